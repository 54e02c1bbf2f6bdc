package kubenat.render.report;

import java.io.Writer;
import java.util.List;
import java.util.Optional;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.NotChecked;
import kubenat.lint.Place;
import kubenat.lint.Witness;
import kubenat.model.Rule;
import kubenat.render.Chances;
import kubenat.render.JsonOutput;

/** The data of the page: an index of all, which is read at once, and blocks with pictures and rules, which are read when asked for. */
final class ReportJson {
    private final Report report;

    ReportJson(Report report) {
        this.report = report;
    }

    /** Everything but pictures and rules. */
    void index(Writer out) {
        JsonOutput.document(
                out,
                false,
                json -> json.text("kind", report.kind().toString())
                        .text("title", report.title())
                        .text("dump", report.dumps())
                        .number("checks", report.checks())
                        .objects("services", report.items(), each -> item(json, each))
                        .objects("findings", report.findings(), each -> finding(json, each))
                        .objects("notChecked", report.notChecked(), each -> notChecked(json, each)));
    }

    /**
     * Pictures and rules of some items. Pictures are alike, line by line, so each line stands once and a picture is the
     * numbers of its lines: a quarter of the size, packed.
     */
    static void block(List<ReportItem> items, Writer out) {
        Lines lines = new Lines();
        JsonOutput.document(
                out,
                false,
                json -> json.objects(
                                "services",
                                items,
                                item -> json.objects("views", item.views(), view -> view(json, view, lines))
                                        .objects("chains", item.chains(), chain -> chain(json, chain))
                                        .texts("callers", item.callers())
                                        .text("text", item.text()))
                        .texts("lines", lines.all()));
    }

    private void item(JsonOutput json, ReportItem each) {
        json.text("name", each.name());
        json.text("chain", each.chain());
        json.text("protocol", each.protocol());
        json.texts("addresses", each.addresses());
        json.texts("endpoints", each.endpoints());
        json.number("endpointCount", each.endpointCount());
        json.text("health", health(each).map(Level::toString));
        json.texts("facts", each.facts());
        json.texts("findings", each.findings().stream().map(Object::toString).toList());
    }

    private Optional<Level> health(ReportItem item) {
        return item.findings().stream()
                .map(number -> report.findings().get(number).level())
                .filter(level -> level.isAtLeast(Level.WARNING))
                .min(Enum::compareTo);
    }

    private void finding(JsonOutput json, Finding finding) {
        json.text("id", finding.id());
        json.text("name", finding.name());
        json.text("level", finding.level().toString());
        json.text("message", finding.message());
        json.text("help", finding.help());
        json.text("place", place(finding.place()));
        json.text("rule", finding.place().rule().map(Rule::text));
        json.text("packet", finding.witness().map(Witness::words));
    }

    /** Which dump it is goes without saying where there is but one. */
    private String place(Place place) {
        return place.dump().equals(report.dumps()) ? "line " + place.span().line() : place.dump() + ":" + place.span();
    }

    private static void notChecked(JsonOutput json, NotChecked not) {
        json.text("needs", not.needs().toString());
        json.texts("ids", not.ids());
    }

    private static void view(JsonOutput json, ReportView view, Lines lines) {
        json.text("entry", view.entry());
        json.text("destination", view.destination());
        json.text("from", view.from());
        json.text("summary", view.summary());
        json.text("picture", lines.numbers(view.picture()));
        json.texts("rules", view.rules());
    }

    private static void chain(JsonOutput json, ReportChain chain) {
        boolean isCounted = chain.rules().stream().anyMatch(ReportJson::isMet);
        json.text("name", chain.name().toString());
        json.number("size", chain.size());
        json.objects("rules", chain.rules(), rule -> {
            json.number("line", rule.line()).number("number", rule.number()).text("text", rule.text());
            if (isCounted) {
                json.text("times", Chances.times(rule));
                json.number("part", part(rule, chain));
            }
        });
    }

    private static boolean isMet(Rule rule) {
        return packets(rule) > 0;
    }

    /** How much of the warmth of the chain's warmest rule a rule has, in percent. */
    private static long part(Rule rule, ReportChain chain) {
        double most =
                chain.rules().stream().mapToDouble(ReportJson::packets).max().orElse(1);
        return Math.round(100 * packets(rule) / most);
    }

    private static double packets(Rule rule) {
        return rule.counters().map(counters -> Math.max(0, counters.packets())).orElse(0L);
    }
}
