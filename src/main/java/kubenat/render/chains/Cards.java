package kubenat.render.chains;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.graph.ChainGraph;
import kubenat.graph.Handover;
import kubenat.kube.ChainRole;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.MarkTarget;
import kubenat.model.target.NoEffect;
import kubenat.model.target.NoTarget;
import kubenat.model.target.Return;
import kubenat.model.target.Target;
import kubenat.render.Names;

/** Says of each chain what its card shows. */
final class Cards {
    private static final int MOST_ENDS = 3;
    private static final int MOST_RULES = 40;

    private final ChainGraph graph;
    private final Names names;
    private final Set<ChainName> dead;

    Cards(ChainGraph graph, Names names) {
        this.graph = graph;
        this.names = names;
        this.dead = graph.dead().stream().map(Chain::name).collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether a chain does no more than mark packets. */
    static boolean onlyMarks(ChainGraph graph, ChainName name) {
        ChainRole role = ChainRole.of(name.name());
        boolean byName = role == ChainRole.MARK_MASQ || role == ChainRole.MARK_DROP;
        return graph.chain(name)
                .map(chain -> byName
                        || !chain.rules().isEmpty()
                                && chain.rules().stream().allMatch(rule -> rule.target() instanceof MarkTarget))
                .orElse(false);
    }

    ChainCard of(ChainName name, List<Strand> asides) {
        Optional<Chain> chain = graph.chain(name);
        List<String> aside = asides.stream()
                .map(strand -> "rule " + strand.handovers().get(0).rule().number() + " → "
                        + strand.to().name())
                .toList();
        if (chain.isEmpty()) {
            return new ChainCard(name, ChainCard.Kind.MISSING, "missing chain", List.of(), false, aside, callers(name));
        }
        return new ChainCard(
                name,
                kind(chain.get()),
                about(chain.get()),
                ends(chain.get()),
                marks(chain.get()),
                aside,
                hint(chain.get()));
    }

    /** The rules that lead to a missing chain. */
    private String callers(ChainName name) {
        return graph.to(name).stream()
                .limit(MOST_RULES)
                .map(handover -> handover.rule().text())
                .collect(Collectors.joining("\n"));
    }

    private ChainCard.Kind kind(Chain chain) {
        if (chain.policy().isPresent()) {
            return ChainCard.Kind.BUILT_IN;
        }
        if (dead.contains(chain.name())) {
            return ChainCard.Kind.DEAD;
        }
        if (onlyMarks(graph, chain.name())) {
            return ChainCard.Kind.MARK;
        }
        ChainRole role = ChainRole.of(chain.name().name());
        return role == ChainRole.SEP
                ? ChainCard.Kind.ENDPOINT
                : role.isOfService() ? ChainCard.Kind.SERVICE : ChainCard.Kind.PLAIN;
    }

    private String about(Chain chain) {
        List<String> parts = new ArrayList<>();
        names.chain(chain.name()).or(() -> names.owner(chain.name())).ifPresent(parts::add);
        parts.add(chain.size() == 1 ? "1 rule" : chain.size() + " rules");
        chain.policy().ifPresent(policy -> parts.add("policy " + policy));
        if (dead.contains(chain.name())) {
            parts.add("nothing refers to it");
        } else if (onlyMarks(graph, chain.name())) {
            parts.add("where M is, packets come here");
        }
        return String.join(" · ", parts);
    }

    private static List<String> ends(Chain chain) {
        Set<String> ends = new LinkedHashSet<>();
        chain.rules().stream()
                .map(Rule::target)
                .filter(target -> !isPassing(target))
                .map(Target::words)
                .forEach(ends::add);
        List<String> shown = new ArrayList<>(ends).subList(0, Math.min(MOST_ENDS, ends.size()));
        List<String> all = new ArrayList<>(shown);
        if (ends.size() > MOST_ENDS) {
            all.add("and " + (ends.size() - MOST_ENDS) + " more targets");
        }
        return all;
    }

    private static boolean isPassing(Target target) {
        return target instanceof Jump
                || target instanceof Goto
                || target instanceof Return
                || target instanceof NoTarget
                || target instanceof NoEffect;
    }

    private boolean marks(Chain chain) {
        boolean own = chain.rules().stream().anyMatch(rule -> rule.target() instanceof MarkTarget);
        return !onlyMarks(graph, chain.name())
                && (own || graph.from(chain.name()).stream().map(Handover::to).anyMatch(to -> onlyMarks(graph, to)));
    }

    private static String hint(Chain chain) {
        String rules = chain.rules().stream().limit(MOST_RULES).map(Rule::text).collect(Collectors.joining("\n"));
        String more = chain.size() > MOST_RULES ? "\nand " + (chain.size() - MOST_RULES) + " more rules" : "";
        return rules.isEmpty() ? chain.name() + ": no rules" : rules + more;
    }
}
