package kubenat.render.services;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kubenat.kube.Endpoint;
import kubenat.kube.EntryKind;
import kubenat.kube.OtherTranslation;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.kube.Services;
import kubenat.kube.TrafficPolicy;
import kubenat.model.Rule;
import kubenat.model.packet.Cidr;
import kubenat.render.Cell;
import kubenat.render.Columns;
import kubenat.render.Percent;
import kubenat.render.Spread;
import kubenat.render.Theme;
import kubenat.render.Theme.Role;

/** Writes Services as a table: one line for each Service port, or with {@code wide} one for each endpoint too. */
public final class ServicesText {
    private static final int ENDPOINTS = 3;
    private static final String NONE = "-";

    private final Columns columns = new Columns(List.of(false, false, false, false, false, false));
    private final boolean wide;

    private ServicesText(boolean wide) {
        this.wide = wide;
    }

    /** The table, and below it what is odd about the dump as a whole. */
    public static String of(Services services, Theme theme, boolean wide) {
        ServicesText text = new ServicesText(wide);
        text.columns.add(
                heading("SERVICE"),
                heading("PROTO"),
                heading("CLUSTER-IP"),
                heading("NODEPORT"),
                heading("EXTERNAL"),
                heading("ENDPOINTS"));
        services.all().forEach(text::add);
        StringBuilder out = new StringBuilder();
        text.columns.print("", theme, out);
        others(services, theme, out);
        services.notes()
                .forEach(note -> out.append("note: ").append(theme.plain(note)).append('\n'));
        services.incomplete()
                .forEach(gap ->
                        out.append("incomplete: ").append(theme.plain(gap)).append('\n'));
        return out.toString();
    }

    private static void others(Services services, Theme theme, StringBuilder out) {
        if (services.others().isEmpty()) {
            return;
        }
        Columns columns = new Columns(List.of(false, false, false));
        columns.add(heading("OTHERS"), heading("TRANSLATE"), heading("RULE"));
        for (OtherTranslation other : services.others()) {
            Rule rule = other.rule();
            columns.add(
                    Cell.of(other.owner().toString()),
                    Cell.of(rule.words() + " → " + rule.target().words()),
                    Cell.of(rule.place() + ", line " + rule.line()));
        }
        out.append(services.all().isEmpty() ? "" : "\n");
        columns.print("", theme, out);
    }

    private static Cell heading(String text) {
        return new Cell(Role.STRONG, text);
    }

    private void add(Service service) {
        List<ServiceEntry> external = service.entries().stream()
                .filter(entry -> entry.kind().isExternal() && entry.kind() != EntryKind.NODE_PORT)
                .toList();
        columns.add(
                new Cell(Role.SERVICE, service.label()),
                Cell.of(service.protocol().map(Object::toString).orElse(NONE)),
                Cell.of(places(service.entries(EntryKind.CLUSTER_IP))),
                Cell.of(places(service.entries(EntryKind.NODE_PORT))),
                Cell.of(places(external)),
                endpoints(service));
        if (wide) {
            details(service);
        }
    }

    private static String places(List<ServiceEntry> entries) {
        String places = entries.stream().map(ServiceEntry::place).distinct().collect(Collectors.joining(","));
        return places.isEmpty() ? NONE : places;
    }

    private Cell endpoints(Service service) {
        List<Endpoint> all = service.endpoints();
        if (all.isEmpty()) {
            String why = service.entries().stream()
                    .flatMap(entry -> entry.refused().stream())
                    .findFirst()
                    .map(refused -> ": " + refused)
                    .orElse("");
            return new Cell(Role.PROBLEM, "none" + why);
        }
        String more = all.size() > ENDPOINTS ? " and %,d more".formatted(all.size() - ENDPOINTS) : "";
        String named = all.stream().limit(ENDPOINTS).map(Endpoint::words).collect(Collectors.joining(", "));
        List<Double> shares =
                all.stream().map(endpoint -> endpoint.share().toDouble()).toList();
        String text = wide ? "%,d".formatted(all.size()) : named + more;
        String spread = all.size() == 1 ? "" : ", " + Spread.words(shares);
        return new Cell(Role.ENDPOINT, text + spread + CountedText.all(service) + traits(service));
    }

    private static String traits(Service service) {
        List<String> traits = new ArrayList<>();
        if (service.affinitySeconds() > 0) {
            traits.add("clients return for " + service.affinitySeconds() + " s");
        }
        if (service.external() == TrafficPolicy.LOCAL) {
            traits.add("from outside only those on this node: "
                    + service.localEndpoints().map(ServicesText::names).orElse("not shown"));
        }
        if (service.internal() == TrafficPolicy.LOCAL) {
            traits.add("from within only those on this node");
        }
        for (ServiceEntry entry : service.entries()) {
            if (!entry.sourceRanges().isEmpty()) {
                traits.add(entry.place() + " only from " + words(entry.sourceRanges()));
            }
        }
        service.entries().stream()
                .flatMap(entry -> entry.refused().stream().map(why -> entry.place() + " " + why))
                .forEach(traits::add);
        traits.addAll(service.notes());
        return traits.isEmpty() ? "" : "; " + String.join("; ", traits);
    }

    private static String words(List<Cidr> networks) {
        return networks.stream().map(Cidr::toString).collect(Collectors.joining(", "));
    }

    private static String names(List<Endpoint> endpoints) {
        return endpoints.isEmpty()
                ? "none"
                : endpoints.stream().map(Endpoint::words).collect(Collectors.joining(", "));
    }

    private void details(Service service) {
        for (ServiceEntry entry : service.entries()) {
            String local = entry.local() ? ", endpoints of this node only" : "";
            String hidden = entry.masqueraded()
                    .map(clients -> ", Pods see this node's address for: " + clients)
                    .orElse("");
            String ranges = entry.sourceRanges().isEmpty() ? "" : ", only from " + words(entry.sourceRanges());
            columns.add(
                    Cell.EMPTY,
                    Cell.of(entry.kind() + " " + entry.place() + local + hidden + ranges + ", "
                            + entry.rule().place() + ", line " + entry.rule().line()));
        }
        for (Endpoint endpoint : service.endpoints()) {
            columns.add(
                    Cell.EMPTY,
                    Cell.of("endpoint " + endpoint.words() + "  " + Percent.of(endpoint.share())
                            + CountedText.one(service, endpoint) + "  " + endpoint.chain()));
        }
    }
}
