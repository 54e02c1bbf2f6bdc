package kubenat.model.match;

import java.util.List;
import java.util.Map;
import kubenat.model.packet.Condition;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m physdev}: the port of a bridge that the packet came in by or leaves by. What this node sends has none
 * (kernel: xt_physdev).
 *
 * @param pattern the port's name; {@code +} where any will do ({@code --physdev-is-in})
 */
public record BridgePort(boolean negated, Side side, InterfacePattern pattern) implements Match {
    /** Which port is asked for. */
    public enum Side {
        IN("in by bridge port ", "bridgePortIn"),
        OUT("out by bridge port ", "bridgePortOut");

        private final String words;
        private final String field;

        Side(String words, String field) {
            this.words = words;
            this.field = field;
        }
    }

    private static final InterfacePattern ANY = new InterfacePattern("+");
    private static final Condition ARRIVED = Condition.opaque("bridge", "in", "it came in by a port of a bridge");
    private static final Condition BRIDGED = Condition.opaque("bridge", "bridged", "it is bridged, not routed");

    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "physdev",
            List.of(
                    Option.value("--physdev-in"),
                    Option.value("--physdev-out"),
                    Option.flag("--physdev-is-in").negatedToo(),
                    Option.flag("--physdev-is-out").negatedToo(),
                    Option.flag("--physdev-is-bridged").negatedToo()),
            arguments -> arguments.all().stream().map(BridgePort::of).toList());

    private static Match of(Argument argument) {
        boolean not = argument.negated();
        return switch (argument.option()) {
            case "--physdev-in" -> new BridgePort(not, Side.IN, new InterfacePattern(argument.word()));
            case "--physdev-out" -> new BridgePort(not, Side.OUT, new InterfacePattern(argument.word()));
            case "--physdev-is-in" -> new BridgePort(not, Side.IN, ANY);
            default -> new BridgePort(not, Side.OUT, ANY);
        };
    }

    /** A packet that came in by a bridge and is routed meets {@code --physdev-out} neither negated nor not. */
    @Override
    public Split split(Packet packet, Site site) {
        Split arrived = Arrival.isWithoutLink(packet) ? Split.no(packet) : Split.opaque(packet, ARRIVED);
        if (side == Side.IN) {
            return arrived.and(this::port).negatedIf(negated);
        }
        if (negated && !pattern.equals(ANY)) {
            return arrived.negatedIf(true).or(p -> Split.opaque(p, BRIDGED).and(q -> port(q).negatedIf(true)));
        }
        return arrived.and(p -> Split.opaque(p, BRIDGED)).and(this::port).negatedIf(negated);
    }

    private Split port(Packet packet) {
        Truth fits = known(packet).fits(pattern);
        return fits == Truth.MAYBE
                ? Split.opaque(packet, new Condition(side.field, "is", pattern.text(), "it is " + side.words + pattern))
                : Split.of(fits == Truth.YES, packet);
    }

    /** What rules before have asked of the port. */
    private InterfaceSet known(Packet packet) {
        InterfaceSet ports = InterfaceSet.ANY;
        for (Map.Entry<Condition, Boolean> taken : packet.decisions().taken().entrySet()) {
            if (taken.getKey().field().equals(side.field)) {
                InterfacePattern asked = new InterfacePattern(taken.getKey().value());
                ports = taken.getValue() ? ports.that(asked) : ports.except(asked);
            }
        }
        return ports;
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + side.words + (pattern.equals(ANY) ? "of any name" : pattern);
    }
}
