package kubenat.lint.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kubenat.graph.Handover;
import kubenat.kube.ChainRole;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.packet.Family;

/**
 * Which packets can come to a chain at all: those that the rules which lead to it let through. Of chains with many callers, and of
 * those of one Service port or endpoint, nothing is said: there may be a hundred thousand, and checks of their own look at them.
 * Several threads may ask.
 */
public final class Entrances {
    /** Of chains with more callers nothing is said. */
    public static final int MOST_CALLERS = 16;

    private static final int MOST_BOXES = 16;
    private static final int MOST_RULES = 256;
    private static final int MOST_DEEP = 64;

    private final Ruleset ruleset;
    private final Function<ChainName, List<ChainName>> callers;
    private final Ends ends;
    private final Map<ChainName, List<Box>> known = new HashMap<>();
    private final Map<ChainName, Map<ChainName, List<Box>>> exits = new HashMap<>();
    private final Set<ChainName> open = new HashSet<>();
    private boolean complete;

    private Entrances(Ruleset ruleset, Function<ChainName, List<ChainName>> callers, Ends ends) {
        this.ruleset = ruleset;
        this.callers = callers;
        this.ends = ends;
    }

    /**
     * Looks at all chains of which something is said, in the dump's order: so the answers do not depend on who asks first.
     *
     * @param callers the chains with rules that lead to a chain, one for each rule
     */
    public static Entrances of(Ruleset ruleset, Function<ChainName, List<ChainName>> callers, Ends ends) {
        Entrances entrances = new Entrances(ruleset, callers, ends);
        ruleset.tables().stream()
                .flatMap(Table::chains)
                .filter(Entrances::isAskedFor)
                .forEach(chain -> entrances.of(chain.name()));
        entrances.complete = true;
        entrances.exits.clear();
        return entrances;
    }

    /** The rules of a chain that no packet which comes to it can meet; rules that no packet at all can meet are not among them. */
    public List<Rule> outside(Chain chain) {
        List<Box> entering = isAskedFor(chain) ? of(chain.name()) : List.of();
        if (entering.isEmpty() || entering.stream().anyMatch(Box::isAll)) {
            return List.of();
        }
        List<Rule> outside = new ArrayList<>();
        for (Rule rule : chain.rules()) {
            Box asked = admitted(rule);
            if (!asked.isEmpty() && entering.stream().noneMatch(asked::meets)) {
                outside.add(rule);
            }
            entering = after(entering, ends.changes(rule));
        }
        return outside;
    }

    private static boolean isAskedFor(Chain chain) {
        return chain.size() > 0
                && chain.size() <= MOST_RULES
                && !ChainRole.of(chain.name().name()).isHashed();
    }

    /** Boxes that together have every packet that can come to a chain; none if no rule leads to it. */
    private List<Box> of(ChainName name) {
        List<Box> done = known.get(name);
        if (done != null) {
            return done;
        }
        if (complete) {
            return anything();
        }
        List<ChainName> from = callers.apply(name);
        if (isHook(name)
                || from.size() > MOST_CALLERS
                || anyIsLong(from)
                || open.size() > MOST_DEEP
                || !open.add(name)) {
            return anything();
        }
        done = few(from.stream()
                .distinct()
                .flatMap(caller -> exits(caller).getOrDefault(name, List.of()).stream())
                .distinct()
                .toList());
        open.remove(name);
        known.put(name, done);
        return done;
    }

    private boolean anyIsLong(List<ChainName> callers) {
        return callers.stream()
                .anyMatch(caller -> ruleset.chain(caller).map(Chain::size).orElse(Integer.MAX_VALUE) > MOST_RULES);
    }

    private static boolean isHook(ChainName name) {
        return Stream.of(Hook.values()).anyMatch(hook -> hook.name().equals(name.name()));
    }

    /** What a chain lets through to each chain that it leads to. */
    private Map<ChainName, List<Box>> exits(ChainName caller) {
        Map<ChainName, List<Box>> done = exits.get(caller);
        if (done == null) {
            done = new HashMap<>();
            List<Box> entering = of(caller);
            for (Rule rule : ruleset.chain(caller).map(Chain::rules).orElse(List.of())) {
                Optional<ChainName> to = Handover.of(rule).map(Handover::to);
                if (to.isPresent()) {
                    done.computeIfAbsent(to.get(), none -> new ArrayList<>()).addAll(through(rule, entering));
                }
                entering = after(entering, ends.changes(rule));
            }
            exits.put(caller, done);
        }
        return done;
    }

    private List<Box> through(Rule rule, List<Box> entering) {
        Box admitted = admitted(rule);
        return entering.stream()
                .map(admitted::and)
                .filter(box -> !box.isEmpty())
                .toList();
    }

    private Box admitted(Rule rule) {
        return Admission.of(rule.matches(), family()).box();
    }

    private static List<Box> after(List<Box> boxes, Changes changes) {
        return changes.equals(Changes.NONE)
                ? boxes
                : boxes.stream().map(box -> box.before(changes)).distinct().toList();
    }

    private List<Box> few(List<Box> boxes) {
        return boxes.size() > MOST_BOXES || boxes.contains(Box.all(family())) ? anything() : boxes;
    }

    private List<Box> anything() {
        return List.of(Box.all(family()));
    }

    private Family family() {
        return ruleset.family();
    }
}
