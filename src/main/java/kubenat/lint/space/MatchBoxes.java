package kubenat.lint.space;

import java.util.Optional;
import java.util.Set;
import kubenat.model.match.AddressType;
import kubenat.model.match.Comment;
import kubenat.model.match.ConnectionMark;
import kubenat.model.match.ConnectionStateMatch;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.FactMatch;
import kubenat.model.match.IcmpType;
import kubenat.model.match.InInterface;
import kubenat.model.match.IpRange;
import kubenat.model.match.MarkMatch;
import kubenat.model.match.Match;
import kubenat.model.match.Multiport;
import kubenat.model.match.Named;
import kubenat.model.match.Network;
import kubenat.model.match.OutInterface;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.match.Recent;
import kubenat.model.match.ReversePath;
import kubenat.model.match.SetMatch;
import kubenat.model.match.SourceAddress;
import kubenat.model.match.SourcePort;
import kubenat.model.match.Statistic;
import kubenat.model.match.TcpFlags;
import kubenat.model.match.Unmodelled;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Fact;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Share;

/** Each kind of condition as limits of a box. */
final class MatchBoxes {
    /** Properties of a packet among the conditions that have only a name; the others count, or change with time. */
    private static final Set<String> LASTING = Set.of(
            "devgroup",
            "realm",
            "tcpmss",
            "ah",
            "dst",
            "esp",
            "eui64",
            "frag",
            "hbh",
            "ipcomp",
            "ipv6header",
            "mh",
            "rt",
            "srh",
            "tcp",
            "dccp",
            "sctp");

    private static final Numbers WITH_PORTS =
            new Numbers(NumberSet.where(256, number -> new Protocol(number).hasPorts()));
    private static final Numbers TCP = protocol(Protocol.TCP);
    private static final Numbers ICMP =
            new Numbers(NumberSet.of(Protocol.ICMP.number()).union(NumberSet.of(Protocol.ICMPV6.number())));
    private static final Numbers TRACKED = states(ConnectionState.TRACKED);

    private MatchBoxes() {}

    private static Numbers protocol(Protocol protocol) {
        return new Numbers(NumberSet.of(protocol.number()));
    }

    private static Numbers states(Set<ConnectionState> states) {
        NumberSet numbers = NumberSet.NONE;
        for (ConnectionState state : states) {
            numbers = numbers.union(Axis.number(state));
        }
        return new Numbers(numbers);
    }

    static Admission narrow(Admission now, Match match) {
        if (match instanceof Comment) {
            return now;
        }
        if (match instanceof SourceAddress from) {
            return network(now, Axis.SOURCE, from.network(), from.negated(), match);
        }
        if (match instanceof DestinationAddress to) {
            return network(now, Axis.DESTINATION, to.network(), to.negated(), match);
        }
        if (match instanceof ProtocolMatch protocol) {
            Numbers wanted = protocol.protocol().number() == 0 ? Numbers.BYTES : protocol(protocol.protocol());
            return limited(now, Axis.PROTOCOL, wanted, protocol.negated());
        }
        if (match instanceof DestinationPort port) {
            return ports(now, Axis.DESTINATION_PORT, port.ports(), port.negated());
        }
        if (match instanceof SourcePort port) {
            return ports(now, Axis.SOURCE_PORT, port.ports(), port.negated());
        }
        if (match instanceof Multiport ports) {
            return multiport(now, ports);
        }
        if (match instanceof InInterface in) {
            return named(now, Axis.IN, Addresses.of(in.pattern()), in.negated());
        }
        if (match instanceof OutInterface out) {
            return named(now, Axis.OUT, Addresses.of(out.pattern()), out.negated());
        }
        return match instanceof IpRange range ? range(now, range) : other(now, match);
    }

    private static Admission other(Admission now, Match match) {
        if (match instanceof MarkMatch mark) {
            return limited(now, Axis.MARK, Marks.of(mark.value(), mark.mask()), mark.negated());
        }
        if (match instanceof ConnectionMark mark) {
            return limited(
                    now.and(Axis.STATE, TRACKED),
                    Axis.CONNECTION_MARK,
                    Marks.of(mark.value(), mark.mask()),
                    mark.negated());
        }
        if (match instanceof ConnectionStateMatch state) {
            return state.translated() || state.sourceTranslated()
                    ? now.and(Literal.of(match))
                    : limited(now, Axis.STATE, states(state.states()), state.negated());
        }
        if (match instanceof FactMatch fact) {
            return fact(now, fact);
        }
        if (match instanceof IcmpType icmp) {
            return icmp(now, icmp);
        }
        if (match instanceof TcpFlags flags) {
            NumberSet fitting = NumberSet.where(256, value -> (value & flags.mask()) == flags.set());
            return limited(now.and(Axis.PROTOCOL, TCP), Axis.TCP_FLAGS, new Numbers(fitting), flags.negated());
        }
        if (match instanceof AddressType type) {
            return now.and(Literal.of(type));
        }
        if (match instanceof SetMatch set && set.counters().isEmpty()) {
            return now.and(Literal.of(set));
        }
        return match instanceof Statistic chance ? chance(now, chance) : opaque(now, match);
    }

    /** What no axis has: as a condition of its own, if it is the same for a packet wherever a rule asks. */
    private static Admission opaque(Admission now, Match match) {
        boolean lasts = match instanceof Named named
                ? LASTING.contains(named.condition().field())
                : !(match instanceof Unmodelled
                        || match instanceof Recent
                        || match instanceof SetMatch
                        || match instanceof ReversePath path && path.marked());
        return lasts ? now.and(Literal.of(match)) : now.unsure();
    }

    private static Admission limited(Admission now, Axis axis, Values wanted, boolean negated) {
        return now.and(axis, negated ? axis.all(now.box().family()).minus(wanted) : wanted);
    }

    private static Admission network(Admission now, Axis axis, Network network, boolean negated, Match match) {
        if (network.address().family() != now.box().family()) {
            return now.unsure();
        }
        return network.cidr()
                .map(cidr -> limited(now, axis, new Addresses(AddressSet.of(cidr)), negated))
                .orElseGet(() -> now.and(Literal.of(match)));
    }

    private static Admission range(Admission now, IpRange range) {
        return range.range().family() == now.box().family()
                ? limited(
                        now,
                        range.source() ? Axis.SOURCE : Axis.DESTINATION,
                        new Addresses(range.range()),
                        range.negated())
                : now.unsure();
    }

    private static Admission ports(Admission now, Axis axis, NumberSet ports, boolean negated) {
        return limited(now.and(Axis.PROTOCOL, WITH_PORTS), axis, new Numbers(ports), negated);
    }

    private static Admission multiport(Admission now, Multiport ports) {
        return switch (ports.side()) {
            case SOURCE -> ports(now, Axis.SOURCE_PORT, ports.ports(), ports.negated());
            case DESTINATION -> ports(now, Axis.DESTINATION_PORT, ports.ports(), ports.negated());
            case EITHER ->
                ports.negated()
                        ? ports(
                                ports(now, Axis.SOURCE_PORT, ports.ports(), true),
                                Axis.DESTINATION_PORT,
                                ports.ports(),
                                true)
                        : now.and(Axis.PROTOCOL, WITH_PORTS).and(Literal.of(ports));
        };
    }

    private static Admission named(Admission now, Axis axis, Addresses names, boolean negated) {
        return now.and(axis, negated ? names.complement() : names);
    }

    private static Admission fact(Admission now, FactMatch fact) {
        Optional<Axis> axis = Axis.of(fact.fact());
        return axis.isPresent()
                ? limited(now, axis.get(), new Numbers(fact.values()), fact.negated())
                : now.and(Literal.of(fact));
    }

    private static Admission icmp(Admission now, IcmpType icmp) {
        Admission icmpOnly = now.and(Axis.PROTOCOL, ICMP);
        boolean anyCode = icmp.codes().equals(Fact.ICMP_CODE.any());
        if (!icmp.negated()) {
            return icmpOnly.and(Axis.ICMP_TYPE, new Numbers(icmp.types()))
                    .and(Axis.ICMP_CODE, new Numbers(icmp.codes()));
        }
        return anyCode
                ? limited(icmpOnly, Axis.ICMP_TYPE, new Numbers(icmp.types()), true)
                : icmpOnly.and(Literal.of(icmp));
    }

    /** A chance is no set of packets, unless it is none or all. */
    private static Admission chance(Admission now, Statistic chance) {
        boolean none = chance.share().isZero();
        if (!none && !chance.share().equals(Share.ALL)) {
            return now.unsure();
        }
        return none == chance.negated() ? now : now.and(Axis.PROTOCOL, new Numbers(NumberSet.NONE));
    }
}
