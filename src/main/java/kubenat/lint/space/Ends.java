package kubenat.lint.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.kube.ChainRole;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.target.Accept;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Drop;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.Masquerade;
import kubenat.model.target.NetworkMap;
import kubenat.model.target.Redirect;
import kubenat.model.target.Reject;
import kubenat.model.target.Return;
import kubenat.model.target.SourceNat;
import kubenat.model.target.Target;

/**
 * Which packets surely do not come back from a chain, and what it may change of those that do. Chains of one Service port or
 * endpoint are not looked into: there may be a hundred thousand, and their dispatchers tell them apart. Several threads may ask.
 */
public final class Ends {
    private static final int MOST_RULES = 256;
    private static final int MOST_BOXES = 32;
    private static final int MOST_CHAINS = 2000;
    private static final int MOST_DEEP = 64;

    private final Ruleset ruleset;
    private final Map<ChainName, Ending> known = new HashMap<>();
    private final Set<ChainName> open = new HashSet<>();
    private boolean complete;

    /**
     * What a chain does to packets.
     *
     * @param gone packets that surely end the walk of the table in it, as they are when they enter
     */
    record Ending(List<Box> gone, Changes changes) {
        static final Ending NOTHING = new Ending(List.of(), Changes.NONE);
        static final Ending ANYTHING = new Ending(List.of(), Changes.ALL);

        Ending {
            gone = List.copyOf(gone);
        }
    }

    private Ends(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** Reads all chains that are looked into, in the dump's order: so the answers do not depend on who asks first. */
    public static Ends of(Ruleset ruleset) {
        Ends ends = new Ends(ruleset);
        ruleset.tables().stream()
                .flatMap(Table::chains)
                .takeWhile(chain -> ends.known.size() <= MOST_CHAINS)
                .forEach(chain -> ends.of(chain.name()));
        ends.complete = true;
        return ends;
    }

    /** Whether a target ends the walk of the table for every packet that meets its rule. */
    static boolean isFinal(Target target) {
        return target instanceof Accept
                || target instanceof Drop
                || target instanceof Reject
                || target instanceof DestinationNat
                || target instanceof SourceNat
                || target instanceof Masquerade
                || target instanceof Redirect
                || target instanceof NetworkMap;
    }

    /** The packets of a rule that surely come to no later rule of its chain. */
    List<Box> taken(Rule rule) {
        Target target = rule.target();
        boolean ends = isFinal(target) || target instanceof Return || target instanceof Goto;
        List<Box> within =
                target instanceof Jump jump ? of(name(rule, jump.chain())).gone() : List.of();
        if (!ends && within.isEmpty()) {
            return List.of();
        }
        Admission admission = Admission.of(rule.matches(), ruleset.family());
        if (!admission.exact() || admission.box().isEmpty()) {
            return List.of();
        }
        return ends
                ? List.of(admission.box())
                : within.stream()
                        .map(admission.box()::and)
                        .filter(box -> !box.isEmpty())
                        .toList();
    }

    /** The packets of a rule that may come to no later rule of its chain. */
    List<Box> perhapsTaken(Rule rule) {
        boolean leads = rule.target() instanceof Jump;
        if (!leads && !isFinal(rule.target()) && !leaves(rule)) {
            return List.of();
        }
        Box box = Admission.of(rule.matches(), ruleset.family()).box();
        if (!(rule.target() instanceof Jump jump)) {
            return List.of(box);
        }
        ChainName name = name(rule, jump.chain());
        return isPlain(name) ? of(name).gone().stream().map(box::and).toList() : List.of(box);
    }

    /** Whether it is sure of every packet whether it comes back from a chain. */
    private boolean isPlain(ChainName name) {
        return ruleset.chain(name)
                .filter(chain -> chain.size() <= MOST_BOXES)
                .filter(chain -> chain.rules().stream()
                        .allMatch(rule -> !(rule.target() instanceof Jump || rule.target() instanceof Goto)
                                && (!isFinal(rule.target())
                                        || Admission.of(rule.matches(), ruleset.family())
                                                .exact())))
                .isPresent();
    }

    /** What a rule may change of the packets that come to the next one. */
    Changes changes(Rule rule) {
        return rule.target() instanceof Jump jump ? of(name(rule, jump.chain())).changes() : Changes.of(rule.target());
    }

    private static ChainName name(Rule rule, String chain) {
        return new ChainName(rule.chain().table(), chain);
    }

    /** What a chain does; a chain that is missing, or leads back to itself, may do anything. */
    Ending of(ChainName name) {
        Ending done = known.get(name);
        if (done != null) {
            return done;
        }
        if (complete || ChainRole.of(name.name()).isHashed()) {
            return Ending.ANYTHING;
        }
        if (known.size() > MOST_CHAINS || open.size() > MOST_DEEP || !open.add(name)) {
            return Ending.ANYTHING;
        }
        Ending ending = ruleset.chain(name).map(this::read).orElse(Ending.ANYTHING);
        open.remove(name);
        known.put(name, ending);
        return ending;
    }

    private Ending read(Chain chain) {
        List<Box> gone = new ArrayList<>();
        List<Box> back = new ArrayList<>();
        Changes changes = Changes.NONE;
        for (Rule rule : chain.head(MOST_RULES)) {
            if (gone.size() < MOST_BOXES && back.size() < MOST_BOXES && !gone.contains(Box.all(ruleset.family()))) {
                add(rule, changes, back, gone);
            }
            if (leaves(rule)) {
                back.add(Admission.of(rule.matches(), ruleset.family()).box().before(changes));
            }
            changes = changes.and(
                    rule.target() instanceof Goto away
                            ? of(name(rule, away.chain())).changes()
                            : changes(rule));
        }
        return new Ending(gone, chain.size() > MOST_RULES ? Changes.ALL : changes);
    }

    private static boolean leaves(Rule rule) {
        return rule.target() instanceof Return || rule.target() instanceof Goto;
    }

    /** Adds what surely ends at a rule: what it takes, unless an earlier rule may have sent it back or changed it. */
    private void add(Rule rule, Changes before, List<Box> back, List<Box> gone) {
        for (Box box : ending(rule)) {
            List<Box> left = before.touch(box) ? List.of() : List.of(box);
            for (Box gap : back) {
                left = left.stream()
                        .flatMap(each -> each.surelyWithout(gap).stream())
                        .limit(MOST_BOXES)
                        .toList();
            }
            gone.addAll(left);
        }
    }

    private List<Box> ending(Rule rule) {
        if (rule.target() instanceof Return) {
            return List.of();
        }
        if (!(rule.target() instanceof Goto away)) {
            return taken(rule);
        }
        Admission admission = Admission.of(rule.matches(), ruleset.family());
        return admission.exact()
                ? of(name(rule, away.chain())).gone().stream()
                        .map(admission.box()::and)
                        .filter(box -> !box.isEmpty())
                        .toList()
                : List.of();
    }
}
