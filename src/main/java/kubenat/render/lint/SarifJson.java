package kubenat.render.lint;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.kube.Owner;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.LintReport;
import kubenat.lint.NotChecked;
import kubenat.lint.Place;
import kubenat.lint.Related;
import kubenat.lint.Suppressed;
import kubenat.lint.Witness;
import kubenat.render.JsonOutput;
import kubenat.source.Span;

/** Writes a report as SARIF 2.1.0 (OASIS), the format that code-scanning services take. */
public final class SarifJson {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final JsonOutput json;
    private final FingerprintHashes hashes = new FingerprintHashes();
    private final Map<String, Integer> ruleIndex = new LinkedHashMap<>();

    private SarifJson(JsonOutput json) {
        this.json = json;
    }

    /** One document, indented. {@code version} is kube-nat's own. */
    public static void write(LintReport report, String version, Writer out) {
        JsonOutput.document(out, true, json -> new SarifJson(json).log(report, version));
    }

    private void log(LintReport report, String version) {
        for (Check check : report.checks()) {
            ruleIndex.put(check.id(), ruleIndex.size());
        }
        json.text("$schema", SCHEMA);
        json.text("version", "2.1.0");
        json.objects("runs", List.of(report), run -> run(run, version));
    }

    private void run(LintReport report, String version) {
        json.object(
                "tool",
                tool -> json.object("driver", driver -> {
                    json.text("name", "kube-nat");
                    json.text("version", version);
                    new SarifRules(json).write(report.checks());
                }));
        json.text("columnKind", "utf16CodeUnits");
        json.objects("invocations", List.of(report), this::invocation);
        json.objects("results", results(report), this::result);
    }

    private void invocation(LintReport report) {
        json.truth("executionSuccessful", true);
        List<NotChecked> single = new ArrayList<>();
        report.notChecked()
                .forEach(not -> not.ids().forEach(id -> single.add(new NotChecked(not.needs(), List.of(id)))));
        json.objects("toolExecutionNotifications", single, this::notChecked);
    }

    private void notChecked(NotChecked not) {
        String id = not.ids().get(0);
        json.text("level", "note");
        json.object("message", self -> json.text("text", "%s is not checked: needs %s".formatted(id, not.needs())));
        json.object("associatedRule", self -> rule("id", "index", id));
    }

    /** A finding, and by whom it is suppressed. */
    private record Result(Finding finding, List<Suppressed> by) {}

    private static List<Result> results(LintReport report) {
        List<Result> all = new ArrayList<>();
        report.findings().forEach(finding -> all.add(new Result(finding, List.of())));
        report.suppressed().forEach(each -> all.add(new Result(each.finding(), List.of(each))));
        return all;
    }

    private void result(Result result) {
        Finding finding = result.finding();
        rule("ruleId", "ruleIndex", finding.id());
        json.text("level", SarifRules.level(finding.level()));
        String help = finding.help().map(text -> "\nhelp: " + text).orElse("");
        json.object("message", self -> json.text("text", finding.message() + help));
        json.objects("locations", List.of(finding.place()), this::location);
        json.objects("relatedLocations", finding.related(), this::related);
        json.object("partialFingerprints", self -> json.text("kubeNat/v1", hashes.next(finding)));
        json.objects("suppressions", result.by(), this::suppression);
        json.object("properties", self -> properties(finding));
    }

    private void rule(String idField, String indexField, String id) {
        json.text(idField, id);
        json.number(indexField, ruleIndex.getOrDefault(id, -1));
    }

    private void properties(Finding finding) {
        json.truth("possible", finding.possible());
        if (finding.place().owner() != Owner.UNKNOWN) {
            json.text("owner", finding.place().owner().toString());
        }
        finding.witness().map(Witness::words).ifPresent(packet -> json.text("packet", packet));
    }

    private void location(Place place) {
        json.object("physicalLocation", self -> {
            json.object("artifactLocation", file -> json.text("uri", DumpUri.of(place.dump())));
            json.object("region", region -> region(place.span()));
        });
        json.objects("logicalLocations", place.chain().stream().toList(), chain -> {
            json.text("name", chain.name());
            json.text("fullyQualifiedName", chain.table() + "/" + chain.name());
            json.text("kind", "chain");
        });
    }

    private void region(Span span) {
        json.number("startLine", span.line());
        json.number("startColumn", span.column());
        if (span.length() > 0) {
            json.number("endColumn", span.column() + (long) span.length());
        }
    }

    private void related(Related related) {
        location(related.place());
        json.object("message", self -> json.text("text", related.place().words() + " " + related.words()));
    }

    private void suppression(Suppressed suppressed) {
        json.text("kind", suppressed.by() == Suppressed.By.COMMENT ? "inSource" : "external");
        json.text("status", "accepted");
        json.text("justification", suppressed.reason().orElse(suppressed.by().toString()));
    }
}
