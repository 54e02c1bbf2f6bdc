package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.kube.Owner;
import kubenat.lint.Subject;
import kubenat.model.Rule;
import kubenat.model.match.MarkMatch;
import kubenat.model.match.Match;
import kubenat.model.target.MarkTarget;

/**
 * A way in which an owner uses the packet mark, and the first rule that does.
 *
 * @param bits those that are set or asked for
 * @param isWhole whether all bits are meant, as there is no mask
 */
record MarkUse(Owner owner, boolean sets, int bits, boolean isWhole, Rule rule) {
    private static final int MOST = 200;

    /** What tells one use from another. */
    private record Key(Owner owner, boolean sets, int bits, boolean isWhole) {}

    /** The uses in all tables but in chains of one Service port or endpoint. */
    static List<MarkUse> in(Subject subject) {
        Map<Key, MarkUse> uses = new LinkedHashMap<>();
        subject.chains(role -> !role.isHashed())
                .flatMap(chain -> chain.rules().stream())
                .flatMap(rule -> of(rule).stream())
                .takeWhile(use -> uses.size() < MOST)
                .forEach(use -> uses.putIfAbsent(new Key(use.owner, use.sets, use.bits, use.isWhole), use));
        return new ArrayList<>(uses.values());
    }

    private static List<MarkUse> of(Rule rule) {
        List<MarkUse> uses = new ArrayList<>(0);
        for (Match match : rule.matches()) {
            if (match instanceof MarkMatch mark) {
                // A rule's owner is told from all its matches: once is enough.
                Owner owner = uses.isEmpty() ? owner(rule) : uses.get(0).owner;
                uses.add(use(owner, rule, false, mark.value(), mark.mask()));
            }
        }
        if (rule.target() instanceof MarkTarget mark) {
            uses.add(use(owner(rule), rule, true, mark.value(), mark.mask()));
        }
        return uses;
    }

    private static Owner owner(Rule rule) {
        Owner owner = Owner.of(rule);
        return owner == Owner.KUBELET ? Owner.KUBE_PROXY : owner;
    }

    private static MarkUse use(Owner owner, Rule rule, boolean sets, int value, int mask) {
        boolean whole = mask == -1;
        return new MarkUse(owner, sets, whole ? value : mask | value, whole, rule);
    }

    /** Whether it is known to be somebody else's. */
    boolean isOfAnother(Owner one) {
        return owner != one && owner != Owner.UNKNOWN;
    }
}
