package kubenat.render.raster;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kubenat.render.picture.Area;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Text;
import org.junit.jupiter.api.Test;

class TextOutlineTest {
    private static final List<Face> FACES = List.of(Face.PLAIN, Face.BOLD, Face.CODE, Face.CODE_BOLD, Face.ZONE);

    private final Fonts fonts = new Fonts();

    @Test
    void whatIsDrawnIsAsWideAsItWasMeasured() {
        String words = "KUBE-SVC-47MZKVTVFE2WTG5V, 10.96.0.1:443 -> (x) 100 %";
        for (Face face : FACES) {
            Area drawn = drawn(face, words);

            assertThat(drawn.width()).isCloseTo(face.width(words), within(0.02 * face.width(words)));
        }
    }

    /** But for accents that stand alone: they reach to where the letter would be that they belong on. */
    @Test
    void noTextLeavesItsAreaWhateverItSays() {
        forAll(300, TextOutlineTest::words, words -> {
            for (Face face : FACES) {
                Text text = Text.of(100, 100, face, Paint.TEXT, words);
                Area area = text.area();
                Area drawn = drawn(face, words);

                assertThat(drawn.x()).isGreaterThan(area.x() - 0.3 * face.size());
                assertThat(drawn.right()).isLessThan(area.right() + 0.3 * face.size());
            }
        });
    }

    @Test
    void aLetterHasItsShape() {
        assertThat(drawn(Face.PLAIN, "H").height()).isCloseTo(0.729 * 11, within(0.1));
        assertThat(drawn(Face.PLAIN, "x").height()).isCloseTo(0.547 * 11, within(0.1));
        assertThat(drawn(Face.PLAIN, "É").height())
                .isGreaterThan(drawn(Face.PLAIN, "E").height() + 1);
    }

    @Test
    void charactersThatNoFontHasAreBoxes() {
        assertThat(drawn(Face.PLAIN, "名").height()).isGreaterThan(5);
        assertThat(drawn(Face.CODE, "→").width()).isBetween(4.0, 7.0);
    }

    @Test
    void aTextInTheMiddleIsInTheMiddle() {
        Text text = Text.centred(100, 100, Face.CHIP, Paint.TEXT, "HH");

        assertThat(around(new TextOutline(fonts, text, 1).contours()).middleX()).isCloseTo(100, within(0.2));
    }

    private static String words(Random random) {
        return random.ints(0, random.nextBoolean() ? 0x500 : 0x20000)
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK
                        && Character.getType(c) != Character.ENCLOSING_MARK)
                .limit(1 + random.nextInt(12))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private Area drawn(Face face, String words) {
        return around(new TextOutline(fonts, Text.of(100, 100, face, Paint.TEXT, words), 1).contours());
    }

    private static Area around(List<Contour> contours) {
        return Area.around(contours.stream()
                .flatMap(contour ->
                        IntStream.range(0, contour.size()).mapToObj(i -> new Point(contour.x(i), contour.y(i))))
                .toList());
    }
}
