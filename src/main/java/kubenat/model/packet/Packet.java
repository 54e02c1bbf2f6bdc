package kubenat.model.packet;

import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What we know of the packet being traced, at one point of its way; rules split what is not known.
 *
 * @param protocol always known
 * @param header addresses and ports as they are now
 * @param original addresses and ports before any translation, narrowed by what rules have asked since
 * @param in where it came in; {@link InterfaceSet#ABSENT} if this node sent it
 * @param out where it goes out; absent before routing
 * @param mark the packet mark
 * @param facts other numbers of the packet, such as its time to live
 * @param decisions conditions outside this model that were taken to hold or not
 */
public record Packet(
        Protocol protocol,
        Header header,
        Header original,
        InterfaceSet in,
        InterfaceSet out,
        MarkBits mark,
        Connection connection,
        Facts facts,
        Decisions decisions) {

    /** A packet that nothing has touched yet. */
    public static Packet fresh(Protocol protocol, Header header, InterfaceSet in) {
        return new Packet(
                protocol,
                header,
                header,
                in,
                InterfaceSet.ABSENT,
                MarkBits.ZERO,
                Connection.FIRST,
                Facts.NONE,
                Decisions.NONE);
    }

    public Family family() {
        return header.destination().family();
    }

    /** The same packet, of which more is known: the source is one of these. */
    public Packet narrowSource(AddressSet to) {
        Packet narrowed = narrow(h -> h.withSource(to), connection.sourceRewritten());
        return connection.sourceRewritten()
                ? narrowed.with(Condition.chosen("chosenSource", "source", to), true)
                : narrowed;
    }

    public Packet narrowSourcePort(NumberSet to) {
        Packet narrowed = narrow(h -> h.withSourcePort(to), connection.sourceRewritten());
        return connection.sourceRewritten()
                ? narrowed.with(Condition.chosen("chosenSourcePort", "source port", to), true)
                : narrowed;
    }

    public Packet narrowDestination(AddressSet to) {
        Packet narrowed = narrow(h -> h.withDestination(to), connection.destinationRewritten());
        return connection.destinationRewritten()
                ? narrowed.with(Condition.chosen("chosenDestination", "address", to), true)
                : narrowed;
    }

    public Packet narrowDestinationPort(NumberSet to) {
        Packet narrowed = narrow(h -> h.withDestinationPort(to), connection.destinationRewritten());
        return connection.destinationRewritten()
                ? narrowed.with(Condition.chosen("chosenDestinationPort", "port", to), true)
                : narrowed;
    }

    private Packet narrow(UnaryOperator<Header> change, boolean translated) {
        return new Packet(
                protocol,
                change.apply(header),
                translated ? original : change.apply(original),
                in,
                out,
                mark,
                connection,
                facts,
                decisions);
    }

    /** The packet after DNAT. */
    public Packet translateDestination(AddressSet to, NumberSet port) {
        return rewritten(
                header.withDestination(to).withDestinationPort(port), connection.withDestination(Rewriting.NAT));
    }

    /** The packet after SNAT. */
    public Packet translateSource(AddressSet to, NumberSet port) {
        return rewritten(header.withSource(to).withSourcePort(port), connection.withSource(Rewriting.NAT));
    }

    /** The packet after DNPT; what nat has done is known still. */
    public Packet swapDestination(AddressSet to) {
        boolean nat = connection.destinationTranslated();
        return rewritten(header.withDestination(to), nat ? connection : connection.withDestination(Rewriting.PREFIX));
    }

    /** The packet after SNPT. */
    public Packet swapSource(AddressSet to) {
        boolean nat = connection.sourceTranslated();
        return rewritten(header.withSource(to), nat ? connection : connection.withSource(Rewriting.PREFIX));
    }

    private Packet rewritten(Header now, Connection then) {
        return new Packet(protocol, now, original, in, out, mark, then, facts, decisions);
    }

    /** More is known of the source before translation. */
    public Packet narrowOriginalSource(AddressSet to) {
        return connection.sourceRewritten() ? withOriginal(original.withSource(to)) : narrowSource(to);
    }

    public Packet narrowOriginalSourcePort(NumberSet to) {
        return connection.sourceRewritten() ? withOriginal(original.withSourcePort(to)) : narrowSourcePort(to);
    }

    /** More is known of the destination before translation. */
    public Packet narrowOriginalDestination(AddressSet to) {
        return connection.destinationRewritten() ? withOriginal(original.withDestination(to)) : narrowDestination(to);
    }

    public Packet narrowOriginalDestinationPort(NumberSet to) {
        return connection.destinationRewritten()
                ? withOriginal(original.withDestinationPort(to))
                : narrowDestinationPort(to);
    }

    /** Whether a process of this node sent it, and it has not come back by lo. */
    public boolean isSentHere() {
        return in.equals(InterfaceSet.ABSENT);
    }

    public Packet withOriginal(Header now) {
        return new Packet(protocol, header, now, in, out, mark, connection, facts, decisions);
    }

    public Packet withIn(InterfaceSet now) {
        return new Packet(protocol, header, original, now, out, mark, connection, facts, decisions);
    }

    public Packet withOut(InterfaceSet now) {
        return new Packet(protocol, header, original, in, now, mark, connection, facts, decisions);
    }

    public Packet withMark(MarkBits now) {
        return new Packet(protocol, header, original, in, out, now, connection, facts, decisions);
    }

    public Packet withConnection(Connection now) {
        return new Packet(protocol, header, original, in, out, mark, now, facts, decisions);
    }

    /** The same packet, of which a number is known or narrowed. */
    public Packet with(Fact fact, NumberSet values) {
        Packet narrowed =
                new Packet(protocol, header, original, in, out, mark, connection, facts.with(fact, values), decisions);
        return facts.isChanged(fact) ? narrowed.with(Condition.rewritten(fact, values), true) : narrowed;
    }

    /** The packet after a target has rewritten a number, such as the time to live. */
    public Packet change(Fact fact, IntUnaryOperator change) {
        NumberSet now = facts.of(fact).map(change);
        return new Packet(protocol, header, original, in, out, mark, connection, facts.change(fact, now), decisions);
    }

    public Packet with(Condition condition, boolean holds) {
        return new Packet(
                protocol, header, original, in, out, mark, connection, facts, decisions.with(condition, holds));
    }

    /** The same packet with other decisions taken on its way. */
    public Packet with(Decisions now) {
        return new Packet(protocol, header, original, in, out, mark, connection, facts, now);
    }
}
