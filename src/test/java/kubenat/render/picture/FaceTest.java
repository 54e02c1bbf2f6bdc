package kubenat.render.picture;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {
    @ParameterizedTest(name = "{0} in {1} points")
    @CsvSource(delimiter = '|', textBlock = """
            # text        | room | cut
            KUBE-SERVICES | 100  | KUBE-SERVICES
            KUBE-SERVICES | 50   | KUBE-S…
            KUBE-SERVICES | 3    | …
            名前空間/服务    | 60   | 名前空…
            """)
    void cutsWhatIsTooWide(String text, double room, String cut) {
        assertThat(Face.CODE.cut(text, room)).isEqualTo(cut);
    }

    @Test
    void cutTextFitsItsRoom() {
        forAll(FaceTest::randomText, text -> {
            for (Face face : new Face[] {Face.TITLE, Face.PLAIN, Face.CODE, Face.ZONE}) {
                assertThat(face.width(face.cut(text, 80))).isLessThanOrEqualTo(80);
            }
        });
    }

    private static String randomText(Random random) {
        return random.ints(random.nextInt(40), 0x20, random.nextBoolean() ? 0x7f : 0x1f6ff)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
