package kubenat.render.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.model.packet.Condition;

/** Sets of conditions, said in as few words as are true. */
final class Situations {
    /** Larger sets are left as they are; nobody reads them. */
    private static final int MOST = 60;

    private Situations() {}

    /**
     * Such as {@code if source in 10.0.0.0/8; or if in-interface is eth1}; empty for always.
     *
     * @param others those in which it does not hold
     */
    static String words(Collection<List<Condition>> some, Collection<List<Condition>> others) {
        Set<List<Condition>> fewer = common(some, others)
                .map(common -> (Set<List<Condition>>) new LinkedHashSet<>(List.of(common)))
                .orElseGet(() -> merged(some));
        if (fewer.contains(List.<Condition>of())) {
            return "";
        }
        return fewer.stream().map(Situations::words).collect(Collectors.joining("; or "));
    }

    private static String words(List<Condition> conditions) {
        return "if " + conditions.stream().map(Condition::words).distinct().collect(Collectors.joining(" and "));
    }

    /** What all of them have in common, if that rules out all others. */
    private static Optional<List<Condition>> common(
            Collection<List<Condition>> some, Collection<List<Condition>> others) {
        List<Condition> common = new ArrayList<>(some.iterator().next());
        some.forEach(common::retainAll);
        boolean enough = others.stream()
                .allMatch(other ->
                        other.stream().anyMatch(one -> common.stream().anyMatch(two -> denies(one, two))));
        List<Condition> needed = common.stream()
                .filter(one -> others.stream().anyMatch(other -> other.stream().anyMatch(two -> denies(one, two))))
                .toList();
        return Optional.of(needed).filter(list -> enough && !list.isEmpty());
    }

    /** Two that differ only in whether one condition holds become one without it, as often as that goes. */
    private static Set<List<Condition>> merged(Collection<List<Condition>> some) {
        Set<List<Condition>> left = new LinkedHashSet<>(some);
        boolean changed = left.size() <= MOST;
        while (changed) {
            changed = mergeTwo(left);
        }
        return left;
    }

    private static boolean mergeTwo(Set<List<Condition>> left) {
        for (List<Condition> one : left) {
            for (List<Condition> other : left) {
                Optional<List<Condition>> both = merged(one, other);
                if (both.isPresent()) {
                    left.remove(one);
                    left.remove(other);
                    left.add(both.get());
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<List<Condition>> merged(List<Condition> one, List<Condition> other) {
        List<Condition> mine = new ArrayList<>(one);
        mine.removeAll(other);
        List<Condition> others = new ArrayList<>(other);
        others.removeAll(one);
        if (mine.size() != 1 || others.size() != 1 || !denies(mine.get(0), others.get(0))) {
            return Optional.empty();
        }
        List<Condition> both = new ArrayList<>(one);
        both.removeAll(mine);
        return Optional.of(both);
    }

    /** Whether one condition is the other's opposite. */
    static boolean denies(Condition one, Condition other) {
        return one.field().equals(other.field())
                && one.value().equals(other.value())
                && (isNot(one.op(), other.op()) || isNot(other.op(), one.op()));
    }

    private static boolean isNot(String op, String other) {
        return op.equals("not " + other)
                || op.equals("is not") && other.equals("is")
                || op.equals("does not hold") && other.equals("holds");
    }
}
