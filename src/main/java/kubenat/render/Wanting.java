package kubenat.render;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kubenat.model.Ruleset;
import kubenat.model.match.MarkMatch;
import kubenat.model.match.Match;
import kubenat.trace.Step;

/** What would make rules match that did not: every condition that the packets do not surely meet. */
public final class Wanting {
    /** Conditions of a run that are named. */
    private static final int NAMED = 4;

    private final Markers markers;
    private final int named;
    private final Map<Match, String> clauses = new LinkedHashMap<>();

    public Wanting(Ruleset ruleset) {
        this(ruleset, false);
    }

    /** {@code wide} names all conditions of a run. */
    public Wanting(Ruleset ruleset, boolean wide) {
        this.markers = new Markers(ruleset);
        this.named = wide ? Integer.MAX_VALUE - 1 : NAMED;
    }

    /** {@code if the source were 10.0.0.1 and the destination port were 80}; of several rules, what each of them asks for. */
    public String words(List<Step> missed) {
        List<String> first = missed.stream()
                .map(step -> clause(step.unmet().get(0)))
                .distinct()
                .toList();
        List<String> more = missed.stream().map(this::more).distinct().toList();
        String also = more.size() == 1 ? more.get(0) : " and the rest held";
        return "if " + joined(first) + also;
    }

    private String more(Step step) {
        return step.unmet().stream()
                .skip(1)
                .map(match -> " and " + clause(match))
                .distinct()
                .collect(Collectors.joining());
    }

    private String clause(Match match) {
        return clauses.computeIfAbsent(
                match, m -> m.wanted() + (m instanceof MarkMatch mark ? markers.words(mark) : ""));
    }

    /** One after the other, the words with which they all begin only once. */
    private String joined(List<String> clauses) {
        if (clauses.size() == 1) {
            return clauses.get(0);
        }
        List<List<String>> words =
                clauses.stream().map(text -> Arrays.asList(text.split(" ", -1))).toList();
        int common = common(words);
        String begin =
                words.get(0).subList(0, common).stream().map(word -> word + " ").collect(Collectors.joining());
        List<String> ends = words.stream()
                .map(each -> String.join(" ", each.subList(common, each.size())))
                .toList();
        int shown = ends.size() > named + 1 ? named : ends.size() - 1;
        String last = shown == ends.size() - 1 ? ends.get(shown) : "one of %,d others".formatted(ends.size() - shown);
        return begin + String.join(", ", ends.subList(0, shown)) + " or " + last;
    }

    private static int common(List<List<String>> clauses) {
        int common = 0;
        while (hasMore(clauses, common)) {
            common++;
        }
        return common;
    }

    private static boolean hasMore(List<List<String>> clauses, int at) {
        return clauses.stream().allMatch(words -> words.size() > at + 1)
                && clauses.stream().map(words -> words.get(at)).distinct().count() == 1;
    }
}
