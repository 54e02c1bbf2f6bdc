package kubenat.cli;

import java.io.PrintWriter;
import java.util.Collection;
import kubenat.lint.LintReport;
import kubenat.lint.settings.FailOn;
import kubenat.render.Theme;
import kubenat.render.lint.CheckstyleXml;
import kubenat.render.lint.FindingsJson;
import kubenat.render.lint.FindingsText;
import kubenat.render.lint.GithubAnnotations;
import kubenat.render.lint.GitlabJson;
import kubenat.render.lint.JunitXml;
import kubenat.render.lint.SarifJson;
import kubenat.source.SourceText;
import picocli.CommandLine.ITypeConverter;

/** The formats of a lint report. A new one is one constant here. */
enum LintFormat {
    TEXT((answer, out) -> out.print(answer.text(false))),
    WIDE((answer, out) -> out.print(answer.text(true))),
    JSON((answer, out) -> FindingsJson.write(answer.report(), out)),
    SARIF((answer, out) -> SarifJson.write(answer.report(), Version.text(), out)),
    GITHUB((answer, out) -> GithubAnnotations.write(answer.report(), out)),
    GITLAB((answer, out) -> GitlabJson.write(answer.report(), out)),
    JUNIT((answer, out) -> JunitXml.write(answer.report(), answer.failOn()::fails, out)),
    CHECKSTYLE((answer, out) -> CheckstyleXml.write(answer.report(), out));

    /** A report, and how it is asked for. */
    record Answer(LintReport report, Collection<SourceText> sources, Theme theme, FailOn failOn) {
        private String text(boolean all) {
            return new FindingsText(sources, theme, all).print(report);
        }
    }

    /** Writes in one format. */
    private interface Writing {
        void write(Answer answer, PrintWriter out);
    }

    private final Writing writing;

    LintFormat(Writing writing) {
        this.writing = writing;
    }

    void write(Answer answer, PrintWriter out) {
        writing.write(answer, out);
    }

    /** Reads the name of a format. */
    static final class Converter implements ITypeConverter<LintFormat> {
        @Override
        public LintFormat convert(String text) {
            return Choice.read(text, values());
        }
    }

    @Override
    public String toString() {
        return Choice.name(this);
    }
}
