package kubenat.kube;

import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Facts;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.trace.SourceClass;

/**
 * The packet that a user asks about; what is not given stays open.
 *
 * @param destination its address; names and bare NodePorts are resolved before
 * @param ports its destination port; any port where none was given
 * @param source its source, where given
 * @param from the source classes to answer for; empty means all that fit the source
 * @param in the interface it comes in by
 * @param states the connection states to answer for, NEW unless given
 * @param facts other numbers that are given, such as TCP flags
 */
public record Question(
        Protocol protocol,
        Address destination,
        NumberSet ports,
        Optional<AddressSet> source,
        NumberSet sourcePorts,
        Set<SourceClass> from,
        InterfaceSet in,
        MarkBits mark,
        Set<ConnectionState> states,
        Facts facts,
        boolean explain) {
    public Question {
        from = Set.copyOf(from);
        states = Set.copyOf(states);
    }

    /** A new connection to a destination, of which nothing else is known. */
    public static Question to(Protocol protocol, Address destination, NumberSet ports) {
        return new Question(
                protocol,
                destination,
                ports,
                Optional.empty(),
                NumberSet.PORTS,
                Set.of(),
                InterfaceSet.ANY,
                MarkBits.ZERO,
                Set.of(ConnectionState.NEW),
                Facts.NONE,
                false);
    }

    public Question from(Set<SourceClass> classes) {
        return new Question(
                protocol, destination, ports, source, sourcePorts, classes, in, mark, states, facts, explain);
    }

    public Question withSource(AddressSet now) {
        return new Question(
                protocol, destination, ports, Optional.of(now), sourcePorts, from, in, mark, states, facts, explain);
    }

    public Question explained() {
        return new Question(protocol, destination, ports, source, sourcePorts, from, in, mark, states, facts, true);
    }
}
