package kubenat.model.packet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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

    /** Splits on an address: what it may be now, what is wanted, and how the packet is narrowed. */
    public static Split addresses(
            Packet packet, AddressSet now, AddressSet wanted, Function<AddressSet, Packet> narrowed) {
        AddressSet inside = now.intersect(wanted);
        AddressSet outside = now.minus(wanted);
        return inside.isEmpty() || outside.isEmpty()
                ? of(outside.isEmpty(), packet)
                : both(narrowed.apply(inside), narrowed.apply(outside));
    }

    /** Splits on a number: what it may be now, what is wanted, and how the packet is narrowed. */
    public static Split numbers(Packet packet, NumberSet now, NumberSet wanted, Function<NumberSet, Packet> narrowed) {
        NumberSet inside = now.intersect(wanted);
        NumberSet outside = now.minus(wanted);
        return inside.isEmpty() || outside.isEmpty()
                ? of(outside.isEmpty(), packet)
                : both(narrowed.apply(inside), narrowed.apply(outside));
    }

    /** Splits on the source address. */
    public static Split source(Packet packet, AddressSet wanted) {
        return addresses(packet, packet.header().source(), wanted, packet::narrowSource);
    }

    /** Splits on the destination address. */
    public static Split destination(Packet packet, AddressSet wanted) {
        return addresses(packet, packet.header().destination(), wanted, packet::narrowDestination);
    }

    /** Splits on the source port. */
    public static Split sourcePort(Packet packet, NumberSet wanted) {
        return numbers(packet, packet.header().sourcePort(), wanted, packet::narrowSourcePort);
    }

    /** Splits on the destination port. */
    public static Split destinationPort(Packet packet, NumberSet wanted) {
        return numbers(packet, packet.header().destinationPort(), wanted, packet::narrowDestinationPort);
    }

    /** Splits on another number of the packet. */
    public static Split fact(Packet packet, Fact fact, NumberSet wanted) {
        return numbers(packet, packet.facts().of(fact), wanted, values -> packet.with(fact, values));
    }

    /** Splits on the state of the connection. */
    public static Split states(Packet packet, Set<ConnectionState> wanted) {
        Set<ConnectionState> inside = EnumSet.copyOf(packet.connection().states());
        inside.retainAll(wanted);
        Set<ConnectionState> outside = EnumSet.copyOf(packet.connection().states());
        outside.removeAll(wanted);
        return inside.isEmpty() || outside.isEmpty()
                ? of(outside.isEmpty(), packet)
                : both(
                        packet.withConnection(packet.connection().withStates(inside)),
                        packet.withConnection(packet.connection().withStates(outside)));
    }

    /** Splits on the interface that the packet came in by. */
    public static Split in(Packet packet, InterfacePattern wanted) {
        Truth fits = packet.in().fits(wanted);
        return fits == Truth.MAYBE
                ? both(
                        packet.withIn(packet.in().that(wanted)),
                        packet.withIn(packet.in().except(wanted)))
                : of(fits == Truth.YES, packet);
    }

    /** Splits on the interface that the packet goes out by. */
    public static Split out(Packet packet, InterfacePattern wanted) {
        Truth fits = packet.out().fits(wanted);
        return fits == Truth.MAYBE
                ? both(
                        packet.withOut(packet.out().that(wanted)),
                        packet.withOut(packet.out().except(wanted)))
                : of(fits == Truth.YES, packet);
    }

    /** Splits on bits of the packet mark. */
    public static Split mark(Packet packet, int wanted, int mask) {
        MarkBits mark = packet.mark();
        Truth truth = mark.test(wanted, mask);
        return truth == Truth.MAYBE
                ? opaque(packet, mark.condition(wanted, mask))
                        .map(p -> p.withMark(mark.that(wanted, mask)), p -> p.withMark(mark.except(wanted, mask)))
                : of(truth == Truth.YES, packet);
    }

    /** Splits on bits of the connection mark. */
    public static Split connectionMark(Packet packet, int wanted, int mask) {
        Connection connection = packet.connection();
        MarkBits mark = connection.mark();
        Truth truth = mark.test(wanted, mask);
        return truth == Truth.MAYBE
                ? opaque(packet, mark.condition(wanted, mask))
                        .map(
                                p -> p.withConnection(connection.withMark(mark.that(wanted, mask))),
                                p -> p.withConnection(connection.withMark(mark.except(wanted, mask))))
                : of(truth == Truth.YES, packet);
    }

    /**
     * A condition of which at most one with the same field holds, such as the sender's hardware address: when another one was
     * taken to hold earlier, this one does not.
     */
    public static Split oneOf(Packet packet, Condition condition) {
        boolean other = packet.decisions().taken().entrySet().stream()
                .anyMatch(taken -> taken.getValue()
                        && taken.getKey().field().equals(condition.field())
                        && !taken.getKey().equals(condition));
        return other ? no(packet) : opaque(packet, condition);
    }

    /** Those that meet this condition and the next. */
    public Split and(Function<Packet, Split> next) {
        return choose(next, Split::no);
    }

    /** Those that meet this condition or else the next. */
    public Split or(Function<Packet, Split> next) {
        return choose(Split::yes, next);
    }

    /** One condition for those that meet this one, another for the rest. */
    public Split choose(Function<Packet, Split> met, Function<Packet, Split> failed) {
        List<Part> holding = new ArrayList<>();
        List<Part> failing = new ArrayList<>();
        for (Part part : yes) {
            Split inside = met.apply(part.packet());
            inside.yes.forEach(p -> holding.add(p.within(part)));
            inside.no.forEach(p -> failing.add(p.within(part)));
        }
        for (Part part : no) {
            Split inside = failed.apply(part.packet());
            inside.yes.forEach(p -> holding.add(p.within(part)));
            inside.no.forEach(p -> failing.add(p.within(part)));
        }
        return new Split(holding, failing);
    }

    /** The same parts, each changed. */
    public Split map(Function<Packet, Packet> met, Function<Packet, Packet> failed) {
        return new Split(
                yes.stream()
                        .map(p -> new Part(met.apply(p.packet()), p.share()))
                        .toList(),
                no.stream()
                        .map(p -> new Part(failed.apply(p.packet()), p.share()))
                        .toList());
    }

    public Split negatedIf(boolean negated) {
        return negated ? new Split(no, yes) : this;
    }

    /** YES or NO when all packets fall on one side. */
    public Truth truth() {
        return no.isEmpty() ? Truth.YES : yes.isEmpty() ? Truth.NO : Truth.MAYBE;
    }
}
