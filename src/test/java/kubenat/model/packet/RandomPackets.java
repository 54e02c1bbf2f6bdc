package kubenat.model.packet;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Packets of which more or less is known, and single ones that are among them. */
public final class RandomPackets {
    private static final List<String> V4 = List.of(
            "10.0.0.0/8",
            "10.244.0.7",
            "30.0.1.180",
            "127.0.0.0/8",
            "224.0.0.0/4",
            "30.0.1.0/24",
            "0.0.0.0/0",
            "1.1.1.1");
    private static final List<String> V6 =
            List.of("fd00::/8", "2001:db8::1", "::1", "ff00::/8", "::/0", "2001:db8::/32", "::");
    private static final List<Integer> PORTS = List.of(0, 22, 53, 80, 443, 1024, 65535);
    private static final List<String> DEVICES = List.of("eth0", "eth1", "cni0", "lo", "tap1");

    private final Random random;
    private final Family family;

    public RandomPackets(Random random, Family family) {
        this.random = random;
        this.family = family;
    }

    /** Some packets, as a walk may have them. */
    public Packet some() {
        List<Integer> protocols = List.of(1, 6, 17, 33, 47, 50, 58, 132);
        Header header = new Header(addresses(), ports(), addresses(), ports());
        Packet packet = Packet.fresh(new Protocol(pick(protocols)), header, device())
                .withOut(device())
                .withMark(random.nextBoolean() ? MarkBits.of(random.nextInt(8)) : new MarkBits(5, random.nextInt(16)))
                .withConnection(Connection.in(states()));
        for (Fact fact : Fact.values()) {
            packet = random.nextInt(3) == 0 ? packet.with(fact, numbers(fact)) : packet;
        }
        return random.nextInt(4) == 0 ? packet.translateDestination(addresses(), ports()) : packet;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private AddressSet addresses() {
        AddressSet one = AddressSet.of(Cidr.parse(pick(family == Family.IPV4 ? V4 : V6)));
        return random.nextInt(3) == 0
                ? one.union(AddressSet.of(Cidr.parse(pick(family == Family.IPV4 ? V4 : V6))))
                : one;
    }

    private NumberSet ports() {
        int one = pick(PORTS);
        return switch (random.nextInt(3)) {
            case 0 -> NumberSet.PORTS;
            case 1 -> NumberSet.of(one);
            default -> NumberSet.range(one, Math.max(one, pick(PORTS)));
        };
    }

    private NumberSet numbers(Fact fact) {
        int low = random.nextInt(fact == Fact.LENGTH ? 2000 : 200);
        return NumberSet.range(low, low + random.nextInt(50));
    }

    private InterfaceSet device() {
        return switch (random.nextInt(3)) {
            case 0 -> InterfaceSet.ANY;
            case 1 -> InterfaceSet.ABSENT;
            default -> InterfaceSet.named(pick(DEVICES));
        };
    }

    private Set<ConnectionState> states() {
        Set<ConnectionState> states = EnumSet.of(pick(List.of(ConnectionState.values())));
        if (random.nextBoolean()) {
            states.add(pick(List.of(ConnectionState.values())));
        }
        return states;
    }

    /** One of some packets: every number and address is chosen, and where it came in and goes out. */
    public Packet one(Packet some) {
        Header now = one(some.header());
        Packet one = some.withOriginal(
                some.connection().destinationTranslated()
                        ? now.withDestination(one(some.original().destination()))
                                .withDestinationPort(one(some.original().destinationPort()))
                        : now);
        one = new Packet(
                one.protocol(),
                now,
                one.original(),
                one(some.in()),
                one(some.out()),
                MarkBits.of(
                        some.mark().value() | random.nextInt() & ~some.mark().known()),
                some.connection(),
                some.facts(),
                some.decisions());
        one = one.withConnection(one(some.connection()));
        for (Fact fact : Fact.values()) {
            one = one.with(fact, one(some.facts().of(fact)));
        }
        return one;
    }

    private Header one(Header some) {
        return new Header(
                one(some.source()), one(some.sourcePort()), one(some.destination()), one(some.destinationPort()));
    }

    private Connection one(Connection some) {
        MarkBits mark = MarkBits.of(
                some.mark().value() | random.nextInt(16) & ~some.mark().known());
        return some.withStates(Set.of(pick(List.copyOf(some.states())))).withMark(mark);
    }

    private AddressSet one(AddressSet some) {
        Cidr part = pick(some.cidrs());
        return AddressSet.of(random.nextBoolean() ? part.network() : part.last());
    }

    private NumberSet one(NumberSet some) {
        String run = pick(some.runs());
        int colon = run.indexOf(':');
        return NumberSet.of(Integer.parseInt(
                colon < 0 ? run : random.nextBoolean() ? run.substring(0, colon) : run.substring(colon + 1)));
    }

    private InterfaceSet one(InterfaceSet some) {
        return some.name().isPresent() ? some : InterfaceSet.named(pick(DEVICES));
    }

    /** Whether a single packet is among others; of marks the decisions tell. */
    public static boolean isAmong(Packet one, Packet some) {
        return isAmong(one.header(), some.header())
                && isAmong(one.original(), some.original())
                && isAmong(one.in(), some.in())
                && isAmong(one.out(), some.out())
                && some.connection().states().containsAll(one.connection().states())
                && List.of(Fact.values()).stream()
                        .allMatch(fact ->
                                isAmong(one.facts().of(fact), some.facts().of(fact)));
    }

    private static boolean isAmong(Header one, Header some) {
        return some.source().containsAll(one.source())
                && some.destination().containsAll(one.destination())
                && isAmong(one.sourcePort(), some.sourcePort())
                && isAmong(one.destinationPort(), some.destinationPort());
    }

    private static boolean isAmong(NumberSet one, NumberSet some) {
        return one.minus(some).isEmpty();
    }

    private static boolean isAmong(InterfaceSet one, InterfaceSet some) {
        String name = one.name().orElseThrow();
        return some.is().stream().allMatch(pattern -> pattern.matches(name))
                && some.isNot().stream().noneMatch(pattern -> pattern.matches(name));
    }
}
