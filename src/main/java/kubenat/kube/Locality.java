package kubenat.kube;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.match.AddressTypes;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.Match;
import kubenat.model.match.Multiport;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Node;
import kubenat.model.packet.Truth;
import kubenat.trace.Assumption;
import kubenat.trace.Origin;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;
import kubenat.trace.Tracer;

/** Whether the destination asked about is one of this node's addresses, as far as the rules that fit it tell. */
final class Locality {
    private final Address destination;
    private final Condition isLocal;
    private final List<Outcome> outcomes;

    private Locality(Address destination, List<Outcome> outcomes) {
        this.destination = destination;
        this.isLocal = AddressTypes.localCondition(AddressSet.of(destination), false);
        this.outcomes = outcomes;
    }

    /** Follows the packet with the question open; rules of its own address or port then show what it is. */
    static Truth of(Ruleset ruleset, Node open, Question question, List<Assumption> assumptions) {
        Address destination = question.destination();
        if (open.local(destination.family()).contains(destination)) {
            return Truth.YES;
        }
        Origin anywhere =
                new Origin(SourceClass.OUTSIDE, Origins.packet(question, AddressSet.all(destination.family())));
        Locality locality = new Locality(destination, new Tracer(ruleset, open, false).follow(anywhere));
        return locality.decide(assumptions);
    }

    private Truth decide(List<Assumption> assumptions) {
        Optional<Rule> service =
                rules(outcomes.stream()).filter(this::namesAddress).findFirst();
        if (service.isPresent()) {
            assumptions.add(new Assumption(
                    destination + " is no address of this node",
                    "inferred",
                    service.get().place() + words(service.get()) + "; --local or --addr says it for sure"));
            return Truth.NO;
        }
        Optional<Rule> port = rules(outcomes.stream().filter(this::whenLocal))
                .filter(Locality::asksForPort)
                .filter(rule ->
                        rules(outcomes.stream().filter(o -> !whenLocal(o))).noneMatch(rule::equals))
                .findFirst();
        port.ifPresent(rule -> assumptions.add(new Assumption(
                destination + " is an address of this node",
                "inferred",
                "no Service has it and " + rule.place()
                        + " waits for its port on the node's addresses; --local or --addr says it for sure")));
        return port.isPresent() ? Truth.YES : Truth.MAYBE;
    }

    private static String words(Rule rule) {
        boolean isService =
                rule.chain().table() == TableName.NAT || rule.chain().name().startsWith("KUBE-");
        return isService ? " has it as a Service's address" : " is about it alone";
    }

    private static Stream<Rule> rules(Stream<Outcome> outcomes) {
        return outcomes.flatMap(outcome -> outcome.path().stream())
                .map(Step::rule)
                .flatMap(Optional::stream);
    }

    private boolean whenLocal(Outcome outcome) {
        return outcome.packet().decisions().of(isLocal).orElse(false);
    }

    /** A rule for just this address, but not the gate to the NodePorts of one node address. */
    private boolean namesAddress(Rule rule) {
        return !Set.of("KUBE-NODEPORTS", "KUBE-XLB-NODEPORTS")
                        .contains(rule.target().name())
                && rule.matches().stream().anyMatch(this::namesAddress);
    }

    private boolean namesAddress(Match match) {
        return match instanceof DestinationAddress to
                && !to.negated()
                && to.network().address().equals(destination)
                && to.network().cidr().filter(cidr -> cidr.isSingle()).isPresent();
    }

    private static boolean asksForPort(Rule rule) {
        return rule.matches().stream()
                .anyMatch(match -> match instanceof DestinationPort port && !port.negated()
                        || match instanceof Multiport ports && !ports.negated());
    }
}
