package kubenat.cli;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import kubenat.kube.ApiNames;
import kubenat.kube.Naming;
import kubenat.kube.Question;
import kubenat.kube.ServiceNames;
import kubenat.kube.ServiceTracer;
import kubenat.kube.Surroundings;
import kubenat.model.Ruleset;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.render.Answer;
import kubenat.render.KubeNames;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.Severity;
import kubenat.trace.Assumption;
import kubenat.trace.Step;
import kubenat.trace.Trace;

/** Answers questions about packets, one after the other, from the same dumps. */
final class Tracing {
    /** The id of what reading a dump says of a table whose name it has guessed. */
    private static final String UNNAMED_TABLE = "SYN009";

    private final DestinationFinder finder;
    private final ApiNames api;
    private final boolean explain;
    private final IdentityHashMap<Ruleset, ServiceNames> names = new IdentityHashMap<>();

    Tracing(Dumps dumps, Surroundings surroundings, ApiNames api, boolean explain) {
        this.finder = new DestinationFinder(dumps, surroundings, api);
        this.api = api;
        this.explain = explain;
    }

    Answer answer(PacketWords words) throws DumpException, BadField {
        Destined destined = finder.find(words.destination(), words.protocol());
        Protocol protocol = destined.protocol().orElse(Protocol.TCP);
        NumberSet ports = protocol.hasPorts() ? destined.ports() : NumberSet.PORTS;
        Question question = words.question(protocol, destined.address(), ports);
        Question asked = explain ? question.explained() : question;
        Trace trace = new ServiceTracer(destined.ruleset(), destined.surroundings()).trace(asked);
        return new Answer(with(trace, destined), destined.ruleset(), new KubeNames(names(destined.ruleset())));
    }

    private ServiceNames names(Ruleset ruleset) {
        return names.computeIfAbsent(ruleset, each -> new ServiceNames(each, api));
    }

    /** What the API named of the chains that an answer tells of. */
    Naming naming(Answer answer) {
        return Naming.of(
                names(answer.ruleset()),
                answer.trace().cases().stream()
                        .flatMap(each -> each.outcomes().stream())
                        .flatMap(outcome -> outcome.path().stream())
                        .map(Step::chain));
    }

    /** What naming the destination has assumed, and what reading the dump has. */
    private static Trace with(Trace trace, Destined destined) {
        List<Assumption> assumptions = new ArrayList<>();
        destined.assumption().ifPresent(assumptions::add);
        assumptions.addAll(trace.assumptions());
        for (Diagnostic diagnostic : destined.ruleset().diagnostics()) {
            if (diagnostic.severity() == Severity.NOTE || diagnostic.id().equals(UNNAMED_TABLE)) {
                assumptions.add(new Assumption(diagnostic.message(), "inferred", "--table says it for sure"));
            }
        }
        return new Trace(trace.packet(), assumptions, trace.cases(), trace.unmodelled(), trace.incomplete());
    }
}
