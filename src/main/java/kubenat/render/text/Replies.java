package kubenat.render.text;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.render.PacketText;
import kubenat.render.Reply;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Trace;
import kubenat.trace.TraceCase;
import kubenat.trace.Verdict;

/**
 * The way back, where it may miss this node: only here are answers turned back into what the client expects (conntrack), and a
 * receiver that sees the client's own address answers it by the shortest way.
 */
final class Replies {
    private static final int NAMED = 2;

    private static final String OUTSIDE =
            " sees the address of a client from outside: an answer that passes this node, as that of"
                    + " an endpoint on it does, is turned back; from another machine it may go straight to the client, which knows"
                    + " nothing of a connection with it";

    private Replies() {}

    /** One sentence for each way in which answers may get lost; none where they surely come back through this node. */
    static Set<String> words(Trace trace) {
        Map<Boolean, Set<String>> keeping = new LinkedHashMap<>();
        for (TraceCase each : trace.cases()) {
            for (Outcome outcome : each.outcomes()) {
                if (keepsSource(outcome)) {
                    ways(each.from())
                            .forEach(hairpin -> keeping.computeIfAbsent(hairpin, none -> new LinkedHashSet<>())
                                    .add(PacketText.destination(outcome)));
                }
            }
        }
        Set<String> words = new LinkedHashSet<>();
        keeping.forEach((hairpin, receivers) -> words.add(
                hairpin
                        ? "an endpoint that is sent to itself sees its own address and answers itself: such connections fail"
                        : names(List.copyOf(receivers)) + OUTSIDE));
        return words;
    }

    /** Rewritten here, passed on, and with the address that it came with; endpoints of a Local policy are on this node. */
    private static boolean keepsSource(Outcome outcome) {
        return outcome.verdict() == Verdict.FORWARDED
                && outcome.translated()
                && !outcome.packet().connection().sourceRewritten()
                && !Reply.staysHere(outcome);
    }

    /** Whether it is the hairpin case or one from outside; Pods of this node and the node itself get their answers. */
    private static List<Boolean> ways(List<SourceClass> from) {
        return from.stream()
                .filter(each -> each == SourceClass.OUTSIDE || each == SourceClass.ENDPOINT)
                .map(each -> each == SourceClass.ENDPOINT)
                .distinct()
                .toList();
    }

    private static String names(List<String> receivers) {
        int more = receivers.size() - NAMED;
        return more <= 0
                ? String.join(" or ", receivers)
                : "%s or one of %,d more".formatted(String.join(", ", receivers.subList(0, NAMED)), more);
    }
}
