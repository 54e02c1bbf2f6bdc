package kubenat.yaml;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private static final String LETTERS = "ab:-{}[],&*!|>'\"#% \n\n  \t?ポ\u0001";

    @Test
    void knowsWhereEveryWordStands() throws DumpException {
        YamlMap map = (YamlMap) YamlReader.read(SourceText.of("f", "# c\na:\n  - \"ポ\"\n  - {x: y}\n"))
                .orElseThrow();
        YamlList list = (YamlList) map.value("a").orElseThrow();

        assertThat(map.entries().get(0).key().span()).hasToString("2:1");
        assertThat(list.items().get(0).span()).hasToString("3:5");
        assertThat(((YamlMap) list.items().get(1)).entries().get(0).value().span())
                .hasToString("4:9");
    }

    @Test
    void noTextMakesItThrowAnythingElse() {
        forAll(2000, YamlReaderTest::text, text -> {
            try {
                YamlReader.read(SourceText.of("f", text));
            } catch (DumpException wrong) {
                assertThat(wrong.getMessage()).startsWith("f:").doesNotContain("\n");
            }
        });
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
