package kubenat.render.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.render.Theme;
import kubenat.testing.Golden;
import kubenat.testing.JsonSchema;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Every format of one report: what a person judges is in the golden files. */
class ReportFormatsTest {
    private static final LintReport REPORT = ReportExample.report();

    @Test
    void text() {
        String text = new FindingsText(List.of(ReportExample.DUMP), Theme.PLAIN, false).print(REPORT);

        Golden.assertMatches("render/lint/report.txt", text);
    }

    @Test
    void colouredTextSaysTheSame() {
        String plain = new FindingsText(List.of(ReportExample.DUMP), Theme.PLAIN, false).print(REPORT);
        String coloured = new FindingsText(List.of(ReportExample.DUMP), new Theme(true, false), false).print(REPORT);

        assertThat(coloured).isNotEqualTo(plain);
        assertThat(coloured.replaceAll("\u001b\\[\\d*m", "")).isEqualTo(plain);
    }

    @Test
    void json() {
        String json = written(out -> FindingsJson.write(REPORT, out));

        JsonSchema.of("lint-v1.json").assertAccepts(json);
        Golden.assertMatches("render/lint/report.json", json);
    }

    @Test
    void sarifIsAsItsOfficialSchemaSays() throws IOException {
        String sarif = sarif();

        JsonSchema.ofResource("/schema/sarif-schema-2.1.0.json").assertAccepts(sarif);
        assertThat(sarif)
                .contains("\"id\" : \"SYN003\"", "\"text\" : \"an option without its value\"", "\"markdown\" : ");
        Golden.assertMatches(
                "render/lint/report.sarif", sarif.replaceAll("(?ms)\"rules\" : \\[.*?^ {10}\\]", "\"rules\" : []"));
    }

    @Test
    void sarifFingerprintsDifferWhereTheFindingsDo() {
        List<String> prints = Pattern.compile("\"kubeNat/v1\" : \"(.*)\"")
                .matcher(sarif())
                .results()
                .map(print -> print.group(1))
                .toList();

        assertThat(prints)
                .hasSize(REPORT.findings().size() + REPORT.suppressed().size())
                .doesNotHaveDuplicates();
    }

    @Test
    void githubAnnotationsAreOneLineEach() {
        String text = written(out -> GithubAnnotations.write(REPORT, out));

        assertThat(text.lines().filter(line -> line.startsWith("::")))
                .hasSize(REPORT.findings().size())
                .allMatch(line -> line.matches("::(error|warning|notice) file=[^:,]+(,\\w+=[^:,]+)+::.+"));
        Golden.assertMatches("render/lint/report.github", text);
    }

    @Test
    void gitlab() {
        Golden.assertMatches("render/lint/report.gitlab.json", written(out -> GitlabJson.write(REPORT, out)));
    }

    @Test
    void junitIsXmlAndItsCountsAreRight() {
        String xml =
                written(out -> JunitXml.write(REPORT, finding -> finding.level().isAtLeast(Level.WARNING), out));

        assertIsXml(xml);
        assertThat(counted(xml, "<testcase ")).isEqualTo(stated(xml, "tests"));
        assertThat(counted(xml, "<failure ")).isEqualTo(stated(xml, "failures"));
        assertThat(counted(xml, "<skipped ")).isEqualTo(stated(xml, "skipped"));
        Golden.assertMatches("render/lint/report.junit.xml", xml);
    }

    @Test
    void checkstyleIsXml() {
        String xml = written(out -> CheckstyleXml.write(REPORT, out));

        assertIsXml(xml);
        Golden.assertMatches("render/lint/report.checkstyle.xml", xml);
    }

    private static String sarif() {
        return written(out -> SarifJson.write(REPORT, "1.2.3", out));
    }

    private static String written(Consumer<PrintWriter> format) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        format.accept(out);
        out.flush();
        return text.toString();
    }

    private static void assertIsXml(String xml) {
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml))))
                .doesNotThrowAnyException();
    }

    private static long counted(String xml, String what) {
        return Pattern.compile(Pattern.quote(what)).matcher(xml).results().count();
    }

    private static long stated(String xml, String what) {
        MatchResult found = Pattern.compile(what + "=\"(\\d+)\"")
                .matcher(xml)
                .results()
                .findFirst()
                .orElseThrow();
        return Long.parseLong(found.group(1));
    }
}
