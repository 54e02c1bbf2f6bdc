package kubenat.lint.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Family;
import kubenat.model.packet.NumberSet;

/**
 * A set of packets: those that have one of the given values on every axis, and meet the given conditions. What is said of no
 * axis may be anything.
 */
public final class Box {
    private static final int FEW_PORTS = 1000;
    private static final Set<Axis> TRAFFIC =
            Set.of(Axis.SOURCE, Axis.DESTINATION, Axis.PROTOCOL, Axis.SOURCE_PORT, Axis.DESTINATION_PORT, Axis.STATE);

    private final Family family;
    private final Map<Axis, Values> limits;
    private final Set<Literal> literals;

    private Box(Family family, Map<Axis, Values> limits, Set<Literal> literals) {
        this.family = family;
        this.limits = limits;
        this.literals = literals;
    }

    /** All packets. */
    static Box all(Family family) {
        return new Box(family, Collections.emptyMap(), Set.of());
    }

    /** Whether it is all packets. */
    public boolean isAll() {
        return limits.isEmpty() && literals.isEmpty();
    }

    /** Whether no packet is in it. */
    public boolean isEmpty() {
        return limits.values().stream().anyMatch(Values::isEmpty)
                || literals.stream().anyMatch(each -> literals.contains(each.opposite()));
    }

    Values on(Axis axis) {
        Values values = limits.get(axis);
        return values == null ? axis.all(family) : values;
    }

    boolean limits(Axis axis) {
        return limits.containsKey(axis);
    }

    Set<Axis> axes() {
        return limits.keySet();
    }

    Set<Literal> literals() {
        return literals;
    }

    Box and(Axis axis, Values values) {
        return with(axis, limits.containsKey(axis) ? on(axis).and(values) : values);
    }

    private Box with(Axis axis, Values values) {
        Map<Axis, Values> more = new EnumMap<>(Axis.class);
        more.putAll(limits);
        more.put(axis, values);
        return new Box(family, more, literals);
    }

    Box and(Literal literal) {
        Set<Literal> more = new LinkedHashSet<>(literals);
        more.add(literal);
        return new Box(family, limits, more);
    }

    /** What these packets may have been before a change: nothing is known of what it may have changed. */
    Box before(Changes changes) {
        if (!changes.touch(this)) {
            return this;
        }
        Map<Axis, Values> less = new EnumMap<>(Axis.class);
        less.putAll(limits);
        less.keySet().removeAll(changes.axes());
        return new Box(family, less, Set.of());
    }

    /** The packets that are in both. */
    public Box and(Box other) {
        Box both = this;
        for (Map.Entry<Axis, Values> limit : other.limits.entrySet()) {
            both = both.and(limit.getKey(), limit.getValue());
        }
        for (Literal literal : other.literals) {
            both = both.and(literal);
        }
        return both;
    }

    /** Whether some packet may be in both. */
    public boolean meets(Box other) {
        for (Map.Entry<Axis, Values> limit : other.limits.entrySet()) {
            Values mine = limits.get(limit.getKey());
            if (mine == null
                    ? limit.getValue().isEmpty()
                    : mine.and(limit.getValue()).isEmpty()) {
                return false;
            }
        }
        return literals.stream().noneMatch(each -> other.literals.contains(each.opposite()));
    }

    /** Whether every packet of the other is surely in this one. */
    public boolean covers(Box other) {
        return literalsIn(other) && limitsCover(other);
    }

    private boolean literalsIn(Box other) {
        return literals.isEmpty() || other.literals.containsAll(literals);
    }

    private boolean limitsCover(Box other) {
        for (Map.Entry<Axis, Values> limit : limits.entrySet()) {
            Values theirs = other.limits.get(limit.getKey());
            if (!limit.getValue().covers(theirs == null ? limit.getKey().all(family) : theirs)) {
                return false;
            }
        }
        return true;
    }

    /** The packets that may be left when those of the other are surely gone; apart from each other but for their conditions. */
    public List<Box> minus(Box other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        Box rest = this;
        for (Map.Entry<Axis, Values> limit : other.limits.entrySet()) {
            Axis axis = limit.getKey();
            Values outside = rest.on(axis).minus(limit.getValue());
            if (!outside.isEmpty()) {
                left.add(rest.with(axis, outside));
                rest = rest.and(axis, limit.getValue());
            }
        }
        for (Literal literal : other.literals) {
            if (!literals.contains(literal)) {
                left.add(literal.hasOpposite() ? rest.and(literal.opposite()) : rest);
                rest = rest.and(literal);
            }
        }
        return left;
    }

    /** The packets that are surely left when some of the other may be gone. */
    List<Box> surelyWithout(Box other) {
        return meets(other) ? minus(new Box(family, other.limits, opposable(other))) : List.of(this);
    }

    /** Conditions that can be denied; the others may hold for any packet. */
    private static Set<Literal> opposable(Box other) {
        Set<Literal> some = new LinkedHashSet<>(other.literals);
        some.removeIf(literal -> !literal.hasOpposite());
        return some;
    }

    /** The addresses that packets of the set may have as source. */
    public AddressSet sources() {
        return ((Addresses) on(Axis.SOURCE)).set();
    }

    public AddressSet destinations() {
        return ((Addresses) on(Axis.DESTINATION)).set();
    }

    public NumberSet destinationPorts() {
        return ((Numbers) on(Axis.DESTINATION_PORT)).set();
    }

    /** Whether it is about a few destination ports. */
    public boolean asksForPorts() {
        return limits(Axis.DESTINATION_PORT) && destinationPorts().count() <= FEW_PORTS;
    }

    /** Whether some packet may be in both, by addresses, protocol and ports alone; all ports of the other are among these. */
    public boolean sameTraffic(Box other) {
        return traffic().meets(other.traffic()) && on(Axis.DESTINATION_PORT).covers(other.on(Axis.DESTINATION_PORT));
    }

    /** Whether it has all packets of the other, by addresses, protocol and ports alone; it asks for nothing else. */
    public boolean coversTraffic(Box other) {
        return literals.isEmpty()
                && TRAFFIC.containsAll(limits.keySet())
                && traffic().covers(other.traffic());
    }

    private Box traffic() {
        Map<Axis, Values> some = new EnumMap<>(Axis.class);
        some.putAll(limits);
        some.keySet().retainAll(TRAFFIC);
        return new Box(family, some, Set.of());
    }

    Optional<Address> single(Axis axis) {
        return limits.get(axis) instanceof Addresses addresses ? addresses.set().single() : Optional.empty();
    }

    Family family() {
        return family;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box box && limits.equals(box.limits) && literals.equals(box.literals);
    }

    @Override
    public int hashCode() {
        return limits.hashCode() * 31 + literals.hashCode();
    }
}
