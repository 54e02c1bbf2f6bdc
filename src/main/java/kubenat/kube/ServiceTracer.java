package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.model.packet.Packet;
import kubenat.trace.Assumption;
import kubenat.trace.Followed;
import kubenat.trace.Origin;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Trace;
import kubenat.trace.TraceCase;
import kubenat.trace.Tracer;

/** Answers where a packet goes, for each source class, with all that was assumed to say so. */
public final class ServiceTracer {
    private final Ruleset ruleset;
    private final Surroundings surroundings;

    public ServiceTracer(Ruleset ruleset, Surroundings surroundings) {
        this.ruleset = ruleset;
        this.surroundings = surroundings;
    }

    /** Follows the packet that is asked about from every source class that fits. */
    public Trace trace(Question question) {
        List<Assumption> assumptions = new ArrayList<>();
        Network network = Network.of(ruleset, surroundings, question, assumptions);
        Tracer tracer = new Tracer(ruleset, network.node(), question.explain());
        Origins origins = new Origins(question, network);
        Set<Chain> chains = new LinkedHashSet<>();
        Cases cases = new Cases(network, question.source().isPresent());
        for (Map.Entry<SourceClass, Packet> origin :
                origins.packets(assumptions).entrySet()) {
            Followed followed = tracer.walk(new Origin(origin.getKey(), origin.getValue()));
            chains.addAll(followed.chains());
            cases.add(origin.getKey(), followed.outcomes());
        }
        List<TraceCase> all = cases.all(question.from());
        List<Outcome> outcomes =
                all.stream().flatMap(c -> c.outcomes().stream()).toList();
        return new Trace(
                origins.asked(),
                assumptions,
                all,
                Gaps.unmodelled(outcomes),
                Gaps.incomplete(ruleset, new ArrayList<>(chains), outcomes));
    }
}
