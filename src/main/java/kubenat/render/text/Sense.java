package kubenat.render.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.NumberSet;

/** What conditions mean for each other: which cannot both hold, and which one another makes sure. */
final class Sense {
    private static final Set<String> ADDRESSES = Set.of("source", "destination");
    private static final Set<String> PORTS = Set.of("sourcePort", "destinationPort");
    private static final Set<String> INTERFACES = Set.of("inInterface", "outInterface");

    private Sense() {}

    /** The condition as an outcome has it for which this one does not hold. */
    static Condition opposite(Condition condition) {
        return switch (condition.op()) {
            case "in" -> new Condition(condition.field(), "not in", condition.value(), denied(condition.words()));
            case "is" -> new Condition(condition.field(), "is not", condition.value(), denied(condition.words()));
            case "not in" -> new Condition(condition.field(), "in", condition.value(), affirmed(condition.words()));
            case "is not" -> new Condition(condition.field(), "is", condition.value(), affirmed(condition.words()));
            default -> condition.denied();
        };
    }

    /** Of one value it is said that something is it, of several that something is in them. */
    private static String denied(String words) {
        return words.contains(" is ") ? words.replaceFirst(" is ", " is not ") : words.replaceFirst(" in ", " not in ");
    }

    private static String affirmed(String words) {
        return words.contains(" is not ")
                ? words.replaceFirst(" is not ", " is ")
                : words.replaceFirst(" not in ", " in ");
    }

    static boolean isNegative(Condition condition) {
        return condition.op().startsWith("not ")
                || condition.op().equals("is not")
                || condition.op().startsWith("does not");
    }

    /** Whether no packet meets both, as far as their words tell. */
    static boolean exclude(Condition one, Condition other) {
        if (!one.field().equals(other.field())) {
            return false;
        }
        boolean contrary = one.value().equals(other.value())
                && (opposite(one).op().equals(other.op())
                        || opposite(other).op().equals(one.op()));
        return contrary || excludeByValue(one, other);
    }

    /** Whether what meets the one meets the other too. */
    static boolean implies(Condition one, Condition other) {
        return one.equals(other) || exclude(one, opposite(other));
    }

    private static boolean excludeByValue(Condition one, Condition other) {
        boolean isOne = one.op().equals("in") || one.op().equals("is");
        boolean isOther = other.op().equals("in") || other.op().equals("is");
        boolean isNotOther = other.op().equals("not in") || other.op().equals("is not");
        if (isOne && isOther) {
            return areApart(one, other);
        }
        return isOne && isNotOther ? isWithin(one, other) : isOther && !isOne && excludeByValue(other, one);
    }

    private static boolean areApart(Condition one, Condition other) {
        if (ADDRESSES.contains(one.field())
                && one.op().equals("in")
                && other.op().equals("in")) {
            AddressSet mine = addresses(one);
            AddressSet others = addresses(other);
            return mine.family() != others.family() || mine.intersect(others).isEmpty();
        }
        if (PORTS.contains(one.field())) {
            return ports(one).intersect(ports(other)).isEmpty();
        }
        return INTERFACES.contains(one.field())
                && new InterfacePattern(one.value()).excludes(new InterfacePattern(other.value()));
    }

    private static boolean isWithin(Condition inner, Condition outer) {
        if (ADDRESSES.contains(inner.field())
                && inner.op().equals("in")
                && outer.op().equals("not in")) {
            return addresses(outer).containsAll(addresses(inner));
        }
        if (PORTS.contains(inner.field())) {
            return ports(inner).minus(ports(outer)).isEmpty();
        }
        return INTERFACES.contains(inner.field())
                && new InterfacePattern(outer.value()).covers(new InterfacePattern(inner.value()));
    }

    private static AddressSet addresses(Condition condition) {
        List<Cidr> networks =
                Arrays.stream(condition.value().split(",", -1)).map(Cidr::parse).toList();
        return AddressSet.of(networks.get(0).network().family(), networks);
    }

    private static NumberSet ports(Condition condition) {
        NumberSet ports = NumberSet.NONE;
        for (String run : condition.value().split(",", -1)) {
            String[] ends = run.split(":", -1);
            ports = ports.union(NumberSet.range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
        }
        return ports;
    }
}
