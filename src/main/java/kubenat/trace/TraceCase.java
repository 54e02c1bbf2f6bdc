package kubenat.trace;

import java.util.List;

/** What becomes of packets from one source class, or from several for which it is the same. */
public record TraceCase(List<SourceClass> from, List<Outcome> outcomes) {
    public TraceCase {
        from = List.copyOf(from);
        outcomes = List.copyOf(outcomes);
    }
}
