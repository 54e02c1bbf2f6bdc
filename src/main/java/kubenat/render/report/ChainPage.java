package kubenat.render.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.graph.ChainGraph;
import kubenat.kube.Owner;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Table;
import kubenat.render.Names;
import kubenat.render.chains.ChainScene;
import kubenat.render.picture.SvgWriter;

/** Chains and which leads to which as a page: the picture of all, and each chain with its rules and its callers. */
public final class ChainPage {
    private final ChainGraph graph;
    private final Names names;
    private final Linted linted;
    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

    private ChainPage(ChainGraph graph, Names names, Linted linted) {
        this.graph = graph;
        this.names = names;
        this.linted = linted;
        Set<Integer> found = new TreeSet<>();
        graph.names().forEach(name -> found.addAll(linted.concerns().ofChain(linted.ruleset(), name)));
        found.forEach(number -> numbers.put(number, numbers.size()));
    }

    /** {@code title} says what was asked for. */
    public static String of(ChainGraph graph, Names names, String title, Linted linted) {
        ChainPage page = new ChainPage(graph, names, linted);
        Report report = new Report(
                Report.Kind.CHAINS,
                title,
                String.join(" ", page.dumps()),
                graph.names().stream().map(page::item).toList(),
                linted.checks(),
                page.numbers.keySet().stream().map(linted.findings()::get).toList(),
                List.of(),
                new SvgWriter().writeForPage(ChainScene.of(graph, names, title)));
        StringWriter text = new StringWriter();
        ReportHtml.write(report, new PrintWriter(text, false));
        return text.toString();
    }

    private ReportItem item(ChainName name) {
        Optional<Chain> chain = graph.chain(name);
        List<Rule> rules = chain.map(Chain::rules).orElse(List.of());
        return new ReportItem(
                name.toString(),
                Optional.empty(),
                Optional.empty(),
                Stream.concat(service(name), leadsTo(name)).toList(),
                List.of(),
                0,
                facts(name, chain),
                List.of(),
                List.of(new ReportChain(name, rules.size(), rules)),
                graph.to(name).stream()
                        .map(handover -> handover.rule().chain().toString())
                        .distinct()
                        .toList(),
                linted.concerns().ofChain(linted.ruleset(), name).stream()
                        .flatMap(number -> Optional.ofNullable(numbers.get(number)).stream())
                        .toList(),
                "");
    }

    private List<String> dumps() {
        return linted.ruleset().tables().stream().map(Table::dump).distinct().toList();
    }

    private Stream<String> service(ChainName name) {
        return names.chain(name).stream();
    }

    private Stream<String> leadsTo(ChainName name) {
        String targets = graph.from(name).stream()
                .map(handover -> handover.rule().target().name())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
        return targets.isEmpty() ? Stream.empty() : Stream.of("→ " + targets);
    }

    private List<String> facts(ChainName name, Optional<Chain> chain) {
        List<String> facts = new ArrayList<>();
        names.chain(name).ifPresent(facts::add);
        Owner owner = Owner.of(name);
        if (owner != Owner.UNKNOWN) {
            facts.add("written by " + owner);
        }
        chain.flatMap(Chain::policy).ifPresent(policy -> facts.add("policy " + policy));
        facts.add(chain.map(found -> found.size() == 1 ? "1 rule" : "%,d rules".formatted(found.size()))
                .orElse("not in the dump"));
        facts.addAll(linted.left());
        return facts;
    }
}
