package kubenat.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kubenat.kube.ChainRole;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.match.Match;

/** The checks that look at a chain: the same ones for all chains that are alike at a glance. Several threads may ask. */
final class Audience {
    private final List<ChainCheck> checks;
    private final Map<Class<?>, Long> bits = new HashMap<>();
    private final int mostRules;
    private final Map<Glance, List<ChainCheck>> known = new ConcurrentHashMap<>();

    /**
     * What is seen of a chain at a glance.
     *
     * @param rules how many, as far as some check wants to know
     * @param kinds a bit for each kind of its matches and targets; where two share one, more checks look than need to
     */
    private record Glance(TableName table, ChainRole role, int rules, long kinds) {}

    Audience(List<ChainCheck> checks) {
        this.checks = List.copyOf(checks);
        for (ChainCheck check : checks) {
            for (Class<?> kind : check.interest().kinds()) {
                bits.putIfAbsent(kind, 1L << bits.size() % Long.SIZE);
            }
        }
        this.mostRules = checks.stream()
                .mapToInt(check -> check.interest().rules())
                .max()
                .orElse(0);
    }

    /** How many checks look at chains at all. */
    int size() {
        return checks.size();
    }

    /** The checks that look at a chain, in order. */
    List<ChainCheck> of(ChainAtHand chain) {
        Glance glance =
                new Glance(chain.name().table(), chain.role(), Math.min(mostRules, chain.size()), kinds(chain.rules()));
        return known.computeIfAbsent(glance, this::lookingAt);
    }

    private List<ChainCheck> lookingAt(Glance glance) {
        return checks.stream().filter(check -> looks(check.interest(), glance)).toList();
    }

    private boolean looks(Interest interest, Glance glance) {
        return interest.tables().contains(glance.table())
                && interest.roles().contains(glance.role())
                && interest.rules() <= glance.rules()
                && (interest.kinds().isEmpty() || (bits(interest.kinds()) & glance.kinds()) != 0);
    }

    private long bits(Set<Class<?>> kinds) {
        return kinds.stream().mapToLong(kind -> bits.getOrDefault(kind, 0L)).reduce(0, (one, other) -> one | other);
    }

    private long kinds(List<Rule> rules) {
        long kinds = 0;
        for (Rule rule : rules) {
            kinds |= bit(rule.target());
            for (Match match : rule.matches()) {
                kinds |= bit(match);
            }
        }
        return kinds;
    }

    private long bit(Object part) {
        return bits.getOrDefault(part.getClass(), 0L);
    }
}
