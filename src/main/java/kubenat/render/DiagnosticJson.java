package kubenat.render;

import java.io.Writer;
import java.util.Locale;
import kubenat.source.Diagnostic;

/** Writes findings as JSON lines, {@code docs/schema/diagnostic-v1.json}. */
public final class DiagnosticJson {
    private DiagnosticJson() {}

    public static void write(DiagnosticGroup group, Writer out) {
        Diagnostic first = group.first();
        JsonOutput.document(
                out,
                false,
                json -> json.text("schema", "kube-nat/diagnostic/v1")
                        .text("id", first.id())
                        .text("severity", first.severity().name().toLowerCase(Locale.ROOT))
                        .text("source", first.source())
                        .number("line", first.span().line())
                        .number("column", first.span().column())
                        .number("length", first.span().length())
                        .number("lines", first.lines())
                        .text("message", first.message())
                        .text("help", first.help())
                        .number("more", group.more())
                        .number("lastLine", group.last()));
    }

    /** The last line: how many lines are not understood; {@code complete} if all rules have been read. */
    public static void writeSummary(long notUnderstood, long lines, boolean complete, Writer out) {
        JsonOutput.document(
                out,
                false,
                json -> json.text("schema", "kube-nat/diagnostics/v1")
                        .number("notUnderstood", notUnderstood)
                        .number("lines", lines)
                        .truth("complete", complete));
    }
}
