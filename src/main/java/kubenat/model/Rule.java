package kubenat.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.model.match.Comment;
import kubenat.model.match.Match;
import kubenat.model.target.NoEffect;
import kubenat.model.target.NoTarget;
import kubenat.model.target.Target;

/**
 * One {@code -A} line: matches and a target.
 *
 * @param number counts from 1 within the chain, as {@code iptables -L --line-numbers} does
 * @param line the line of the dump, from 1
 * @param text the line as it stands in the dump, without the line end; of a listing ({@code iptables -L}), the rule that the
 *     row says
 */
public record Rule(
        ChainName chain,
        int number,
        long line,
        String text,
        Optional<Counters> counters,
        List<Match> matches,
        Target target) {
    public Rule {
        matches = List.copyOf(matches);
    }

    /** The note of {@code -m comment}, if the rule has one. */
    public Optional<String> comment() {
        return matches.stream()
                .filter(Comment.class::isInstance)
                .map(match -> ((Comment) match).text())
                .findFirst();
    }

    /** All conditions in plain words; {@code all packets} when there are none. */
    public String words() {
        String words =
                matches.stream().map(Match::words).filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
        return words.isEmpty() ? "all packets" : words;
    }

    /** Such as {@code nat KUBE-SERVICES rule 7}. */
    public String place() {
        return chain + " rule " + number;
    }

    /** Whether it is all the same to packets that they meet the rule: it counts or notes them, and they go on as they were. */
    public boolean changesNothing() {
        return (target instanceof NoTarget || target instanceof NoEffect)
                && matches.stream().noneMatch(Match::hasEffect);
    }
}
