package kubenat.trace;

import java.util.List;
import kubenat.model.packet.Packet;

/**
 * The whole answer for one packet.
 *
 * @param packet what was asked, for sources of any class
 * @param unmodelled conditions and targets on the way that this tool does not model, word for word
 * @param incomplete what the dump lacks, so that the answer may not be the whole truth
 */
public record Trace(
        Packet packet,
        List<Assumption> assumptions,
        List<TraceCase> cases,
        List<String> unmodelled,
        List<String> incomplete) {
    public Trace {
        assumptions = List.copyOf(assumptions);
        cases = List.copyOf(cases);
        unmodelled = List.copyOf(unmodelled);
        incomplete = List.copyOf(incomplete);
    }

    /** Whether some packets come to somebody. */
    public boolean delivers() {
        return cases.stream()
                .flatMap(each -> each.outcomes().stream())
                .anyMatch(outcome -> outcome.verdict().isDelivered());
    }
}
