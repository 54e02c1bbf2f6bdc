package kubenat.render.lint;

import java.io.Writer;
import java.util.OptionalLong;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.lint.NotChecked;
import kubenat.lint.Place;
import kubenat.lint.Related;
import kubenat.lint.Suppressed;
import kubenat.lint.Witness;
import kubenat.model.Rule;
import kubenat.render.JsonOutput;

/** Writes a report as JSON, {@code docs/schema/lint-v1.json}. */
public final class FindingsJson {
    private final JsonOutput json;

    private FindingsJson(JsonOutput json) {
        this.json = json;
    }

    /** One document, indented. */
    public static void write(LintReport report, Writer out) {
        JsonOutput.document(
                out, true, json -> new FindingsJson(json.text("schema", "kube-nat/lint/v1")).fields(report));
    }

    private void fields(LintReport report) {
        json.number("errors", report.count(Level.ERROR));
        json.number("warnings", report.count(Level.WARNING));
        json.number("infos", report.count(Level.INFO));
        json.number("suppressed", report.suppressed().size());
        json.number("checks", report.run().size());
        json.objects("findings", report.findings(), this::finding);
        json.objects("suppressedFindings", report.suppressed(), this::suppressed);
        json.objects("notChecked", report.notChecked(), this::notChecked);
    }

    private void finding(Finding finding) {
        json.text("id", finding.id());
        json.text("name", finding.name());
        json.text("level", finding.level().toString());
        json.truth("possible", finding.possible());
        json.text("message", finding.message());
        json.text("help", finding.help());
        place(finding.place());
        json.objects("related", finding.related(), this::related);
        json.text("packet", finding.witness().map(Witness::words));
    }

    private void suppressed(Suppressed suppressed) {
        finding(suppressed.finding());
        json.text("suppressedBy", suppressed.by().toString());
        json.text("reason", suppressed.reason());
    }

    private void place(Place place) {
        json.text("dump", place.dump());
        json.number("line", place.span().line());
        json.number("column", place.span().column());
        json.number("length", place.span().length());
        json.text("table", place.chain().map(chain -> chain.table().toString()));
        json.text("chain", place.chain().map(chain -> chain.name()));
        json.number(
                "rule", place.rule().map(rule -> OptionalLong.of(rule.number())).orElse(OptionalLong.empty()));
        json.text("text", place.rule().map(Rule::text));
        json.text("owner", place.owner().toString());
    }

    private void related(Related related) {
        json.text("words", related.words());
        place(related.place());
    }

    private void notChecked(NotChecked not) {
        json.text("needs", not.needs().toString());
        json.texts("ids", not.ids());
    }
}
