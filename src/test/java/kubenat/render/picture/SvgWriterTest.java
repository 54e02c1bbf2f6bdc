package kubenat.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a < b & \"c\" -> d", "]]>", "tab\tbell\u0007", "\ud800 alone", "turned \u202e round", "𝛼🙂"})
    void writesXmlWhateverTheTextIs(String text) throws Exception {
        Document svg = parse(new SvgWriter().write(scene(text)));

        assertThat(svg.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo(text.replaceAll("[\\t\u0007\u202e]|\ud800(?![\udc00-\udfff])", "\ufffd"));
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("what it says");
    }

    @Test
    void keepsTheLightThemeInTheElementsAndTheDarkOneInTheStyle() {
        String svg = new SvgWriter().write(scene("text"));

        assertThat(svg)
                .contains(
                        "<rect x=\"0\" y=\"0\" width=\"90\" height=\"40\" rx=\"8\" class=\"kn-card\" fill=\"#ffffff\"")
                .contains("@media screen and (prefers-color-scheme:dark){")
                .contains(".kn-card{fill:#111c30;stroke:#334155}")
                .doesNotContain("var(");
    }

    private static Scene scene(String text) {
        Area area = new Area(0, 0, 90, 40);
        Box box = new Box(
                area, Box.Corners.of(8), Paint.CARD, text, List.of(Text.of(5, 20, Face.PLAIN, Paint.TEXT, text)));
        return new Scene("title", "what it says", 100, 50, List.of(box));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
