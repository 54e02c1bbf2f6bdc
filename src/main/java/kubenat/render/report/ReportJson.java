package kubenat.render.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.kube.Endpoint;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.NotChecked;
import kubenat.lint.Witness;
import kubenat.model.Rule;
import kubenat.render.JsonOutput;

/** The data of the page: an index of all, which is read at once, and blocks with pictures and rules, which are read when asked for. */
final class ReportJson {
    /** Endpoints whose addresses are found by searching. */
    private static final int MOST_ADDRESSES = 50;

    private final Report report;

    ReportJson(Report report) {
        this.report = report;
    }

    /** Everything but pictures and rules. */
    String index() {
        return document(json -> json.text("dump", String.join(", ", report.dumps()))
                .number("checks", report.lint().checks().size())
                .objects("services", report.services(), each -> service(json, each))
                .objects("findings", report.lint().findings(), each -> finding(json, each))
                .objects("notChecked", report.lint().notChecked(), each -> notChecked(json, each)));
    }

    /**
     * Pictures and rules of some Services. Pictures are alike, line by line, so each line stands once and a picture is the
     * numbers of its lines: a quarter of the size, packed.
     */
    static String block(List<ReportService> services) {
        Lines lines = new Lines();
        return document(json -> json.objects(
                        "services",
                        services,
                        service -> json.objects("views", service.views(), view -> view(json, view, lines))
                                .objects("chains", service.chains(), chain -> chain(json, chain)))
                .texts("lines", lines.all()));
    }

    private interface Fields {
        void write(JsonOutput json);
    }

    private static String document(Fields fields) {
        StringWriter out = new StringWriter();
        JsonOutput.document(out, false, fields::write);
        return out.toString();
    }

    private void service(JsonOutput json, ReportService each) {
        Service service = each.service();
        json.text("name", service.label());
        json.text("chain", service.chain());
        json.text("protocol", service.protocol().map(Object::toString));
        json.texts(
                "addresses", service.entries().stream().map(ReportJson::address).toList());
        json.texts(
                "endpoints",
                service.endpoints().stream()
                        .limit(MOST_ADDRESSES)
                        .map(Endpoint::words)
                        .toList());
        json.number("endpointCount", service.endpoints().size());
        json.text("health", health(each).map(Level::toString));
        json.texts("facts", facts(service));
        json.texts("findings", each.findings().stream().map(Object::toString).toList());
    }

    private static String address(ServiceEntry entry) {
        return entry.kind() + " " + entry.place();
    }

    private Optional<Level> health(ReportService service) {
        return service.findings().stream()
                .map(number -> report.lint().findings().get(number).level())
                .filter(level -> level.isAtLeast(Level.WARNING))
                .min(Enum::compareTo);
    }

    private static List<String> facts(Service service) {
        List<String> facts = new ArrayList<>();
        if (service.affinitySeconds() > 0) {
            facts.add("a client is sent to the same endpoint for " + service.affinitySeconds() + " s");
        }
        String refused = service.entries().stream()
                .flatMap(entry -> entry.refused().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            facts.add("refused: " + refused);
        }
        facts.addAll(service.notes());
        return facts;
    }

    private static void finding(JsonOutput json, Finding finding) {
        json.text("id", finding.id());
        json.text("name", finding.name());
        json.text("level", finding.level().toString());
        json.text("message", finding.message());
        json.text("help", finding.help());
        json.text("place", finding.place().dump() + ":" + finding.place().span());
        json.text("rule", finding.place().rule().map(Rule::text));
        json.text("packet", finding.witness().map(Witness::words));
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
        json.texts("lines", view.lines().stream().map(Object::toString).toList());
    }

    private static void chain(JsonOutput json, ReportChain chain) {
        json.text("name", chain.name().toString());
        json.number("size", chain.size());
        json.objects(
                "rules",
                chain.rules(),
                rule -> json.number("line", rule.line())
                        .number("number", rule.number())
                        .text("text", rule.text()));
    }
}
