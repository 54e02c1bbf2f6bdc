package kubenat.model.packet;

import java.util.List;

/** How a condition divides the packets: those that meet it and those that do not; together they are all, each once. */
public record Split(List<Part> yes, List<Part> no) {
    public Split {
        yes = List.copyOf(yes);
        no = List.copyOf(no);
        if (yes.isEmpty() && no.isEmpty()) {
            throw new IllegalArgumentException("a split loses packets");
        }
    }

    public static Split yes(Packet packet) {
        return new Split(List.of(Part.of(packet)), List.of());
    }

    public static Split no(Packet packet) {
        return new Split(List.of(), List.of(Part.of(packet)));
    }

    public static Split of(boolean holds, Packet packet) {
        return holds ? yes(packet) : no(packet);
    }

    /** Two parts of which more is known than before. */
    public static Split both(Packet yes, Packet no) {
        return new Split(List.of(Part.of(yes)), List.of(Part.of(no)));
    }

    /** Chance: this share meets the condition, whatever the packet. */
    public static Split chance(Packet packet, Share share) {
        if (share.isZero()) {
            return no(packet);
        }
        return share.equals(Share.ALL)
                ? yes(packet)
                : new Split(List.of(new Part(packet, share)), List.of(new Part(packet, share.rest())));
    }

    /** A condition outside the model: decided earlier on this way, or both. */
    public static Split opaque(Packet packet, Condition condition) {
        return packet.decisions()
                .of(condition)
                .map(holds -> of(holds, packet))
                .orElseGet(() -> both(packet.with(condition, true), packet.with(condition, false)));
    }

    /** Splits on the source address. */
    public static Split source(Packet packet, AddressSet wanted) {
        AddressSet inside = packet.header().source().intersect(wanted);
        AddressSet outside = packet.header().source().minus(wanted);
        return inside.isEmpty() || outside.isEmpty()
                ? of(outside.isEmpty(), packet)
                : both(packet.narrowSource(inside), packet.narrowSource(outside));
    }

    /** Splits on the destination address. */
    public static Split destination(Packet packet, AddressSet wanted) {
        AddressSet inside = packet.header().destination().intersect(wanted);
        AddressSet outside = packet.header().destination().minus(wanted);
        return inside.isEmpty() || outside.isEmpty()
                ? of(outside.isEmpty(), packet)
                : both(packet.narrowDestination(inside), packet.narrowDestination(outside));
    }

    /** Splits on the source port. */
    public static Split sourcePort(Packet packet, NumberSet wanted) {
        NumberSet inside = packet.header().sourcePort().intersect(wanted);
        NumberSet outside = packet.header().sourcePort().minus(wanted);
        return inside.isEmpty() || outside.isEmpty()
                ? of(outside.isEmpty(), packet)
                : both(packet.narrowSourcePort(inside), packet.narrowSourcePort(outside));
    }

    /** Splits on the destination port. */
    public static Split destinationPort(Packet packet, NumberSet wanted) {
        NumberSet inside = packet.header().destinationPort().intersect(wanted);
        NumberSet outside = packet.header().destinationPort().minus(wanted);
        return inside.isEmpty() || outside.isEmpty()
                ? of(outside.isEmpty(), packet)
                : both(packet.narrowDestinationPort(inside), packet.narrowDestinationPort(outside));
    }

    /** Splits on another number of the packet. */
    public static Split fact(Packet packet, Fact fact, NumberSet wanted) {
        NumberSet inside = packet.facts().of(fact).intersect(wanted);
        NumberSet outside = packet.facts().of(fact).minus(wanted);
        return inside.isEmpty() || outside.isEmpty()
                ? of(outside.isEmpty(), packet)
                : both(packet.with(fact, inside), packet.with(fact, outside));
    }

    public Split negatedIf(boolean negated) {
        return negated ? new Split(no, yes) : this;
    }

    /** YES or NO when all packets fall on one side. */
    public Truth truth() {
        return no.isEmpty() ? Truth.YES : yes.isEmpty() ? Truth.NO : Truth.MAYBE;
    }
}
