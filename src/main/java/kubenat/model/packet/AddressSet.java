package kubenat.model.packet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A set of addresses of one family: all that a packet's source, say, may still be. */
public final class AddressSet {
    private static final AddressSet NONE_V4 = new AddressSet(Family.IPV4, IntervalSet.empty());
    private static final AddressSet NONE_V6 = new AddressSet(Family.IPV6, IntervalSet.empty());
    private static final AddressSet ALL_V4 = range(Address.first(Family.IPV4), Address.last(Family.IPV4));
    private static final AddressSet ALL_V6 = range(Address.first(Family.IPV6), Address.last(Family.IPV6));

    private final Family family;
    private final IntervalSet<Address> addresses;

    private AddressSet(Family family, IntervalSet<Address> addresses) {
        this.family = family;
        this.addresses = addresses;
    }

    public static AddressSet none(Family family) {
        return family == Family.IPV4 ? NONE_V4 : NONE_V6;
    }

    public static AddressSet all(Family family) {
        return family == Family.IPV4 ? ALL_V4 : ALL_V6;
    }

    public static AddressSet of(Address address) {
        return range(address, address);
    }

    public static AddressSet of(Cidr cidr) {
        return range(cidr.network(), cidr.last());
    }

    /** The addresses of that family among the networks. */
    public static AddressSet of(Family family, Collection<Cidr> cidrs) {
        List<Interval<Address>> runs = cidrs.stream()
                .filter(cidr -> cidr.network().family() == family)
                .map(cidr -> new Interval<>(cidr.network(), cidr.last()))
                .toList();
        return runs.isEmpty() ? none(family) : new AddressSet(family, IntervalSet.joined(runs, Address::next));
    }

    /** Both ends included. */
    public static AddressSet range(Address first, Address last) {
        return new AddressSet(first.family(), IntervalSet.of(first, last));
    }

    public Family family() {
        return family;
    }

    public boolean isEmpty() {
        return addresses.isEmpty();
    }

    public boolean isAll() {
        return equals(all(family));
    }

    public boolean contains(Address address) {
        return address.family() == family && addresses.contains(address);
    }

    public boolean containsAll(AddressSet other) {
        return other.minus(this).isEmpty();
    }

    /** The one address of the set, if it has just one. */
    public Optional<Address> single() {
        return addresses.single();
    }

    public AddressSet intersect(AddressSet other) {
        return family == other.family ? new AddressSet(family, addresses.intersect(other.addresses)) : none(family);
    }

    public AddressSet minus(AddressSet other) {
        return family == other.family && !other.isEmpty()
                ? new AddressSet(family, addresses.minus(other.addresses, Address::next, Address::previous))
                : this;
    }

    public AddressSet union(AddressSet other) {
        if (other.isEmpty()) {
            return this;
        }
        return isEmpty() && family == other.family
                ? other
                : new AddressSet(family, addresses.union(other.addresses, Address::next));
    }

    public AddressSet complement() {
        return all(family).minus(this);
    }

    /** The fewest networks that make up the set, in order. */
    public List<Cidr> cidrs() {
        List<Cidr> cidrs = new ArrayList<>();
        for (Interval<Address> run : addresses.runs()) {
            Address at = run.first();
            while (true) {
                Cidr widest = widest(at, run.last());
                cidrs.add(widest);
                if (widest.last().equals(run.last())) {
                    break;
                }
                at = widest.last().next();
            }
        }
        return cidrs;
    }

    private static Cidr widest(Address from, Address last) {
        int length = from.family().bits();
        while (length > 0) {
            Cidr wider = new Cidr(from, length - 1);
            if (!wider.network().equals(from) || wider.last().compareTo(last) > 0) {
                break;
            }
            length--;
        }
        return new Cidr(from, length);
    }

    /** The ranges of the set as {@code first-last}, or the address alone; for choices such as a DNAT range. */
    public List<String> ranges() {
        return addresses.runs().stream()
                .map(run -> run.first().equals(run.last()) ? run.first().toString() : run.first() + "-" + run.last())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressSet set && set.family == family && set.addresses.equals(addresses);
    }

    @Override
    public int hashCode() {
        return addresses.hashCode();
    }

    @Override
    public String toString() {
        return cidrs().toString();
    }
}
