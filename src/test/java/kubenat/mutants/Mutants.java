package kubenat.mutants;

import java.util.List;

/**
 * What a tracer can get wrong, row by row: in words, where, and the change that makes it wrong. A row whose text is gone after
 * a refactoring is to be written anew, not removed.
 */
final class Mutants {
    static final List<Mutant> FLOW = List.of(
            new Mutant("goto comes back like a jump", "model/target/Goto", "Enter(chain, true)", "Enter(chain, false)"),
            new Mutant("jump comes back like a goto", "model/target/Jump", "Enter(chain, false)", "Enter(chain, true)"),
            new Mutant(
                    "RETURN in a built-in chain accepts, whatever the policy",
                    "trace/TableWalk",
                    "back.addAll(done.atEnd()); back.forEach(state -> policy(done.chain, state));",
                    "back.forEach(state -> ends.add(state, Ending.ACCEPT));"
                            + " done.atEnd().forEach(state -> policy(done.chain, state));"),
            new Mutant(
                    "RETURN goes on to the next rule",
                    "model/target/Return",
                    "new Effect.Leave()",
                    "new Effect.GoOn(packet)"),
            new Mutant(
                    "the policy is ACCEPT, whatever the dump says",
                    "trace/TableWalk",
                    "policy.equals(\"DROP\") ? Ending.DROP : Ending.ACCEPT",
                    "Ending.ACCEPT"),
            new Mutant(
                    "a rule without target accepts",
                    "model/target/NoTarget",
                    "new Effect.GoOn(packet)",
                    "new Effect.End(Ending.ACCEPT, packet)"),
            new Mutant(
                    "LOG ends the walk",
                    "model/target/NoEffect",
                    "new Effect.GoOn(packet)",
                    "new Effect.End(Ending.ACCEPT, packet)"),
            new Mutant(
                    "MARK ends the walk",
                    "model/target/MarkTarget",
                    "new Effect.GoOn(packet.withMark(packet.mark().xset(value, mask)))",
                    "new Effect.End(Ending.ACCEPT, packet.withMark(packet.mark().xset(value, mask)))"),
            new Mutant(
                    "DNAT goes on to the next rule",
                    "model/target/DestinationNat",
                    "new Effect.End(Ending.ACCEPT, translated)",
                    "new Effect.GoOn(translated)"),
            new Mutant(
                    "ACCEPT returns to the caller",
                    "model/target/Accept",
                    "new Effect.End(Ending.ACCEPT, packet)",
                    "new Effect.Leave()"),
            new Mutant(
                    "REJECT drops in silence",
                    "model/target/Reject",
                    "new Ending(Ending.Kind.REJECT, with)",
                    "Ending.DROP"),
            new Mutant(
                    "a rule needs only its first match",
                    "trace/RuleSplit",
                    "for (Match match : matches) { List<Part> next",
                    "for (Match match : matches.subList(0, Math.min(1, matches.size()))) { List<Part> next"));

    static final List<Mutant> TABLES = List.of(
            new Mutant(
                    "nat is asked for every packet",
                    "trace/Pass",
                    "first.no().forEach(part -> passing.add(state.with(part.packet())));",
                    "first.no().forEach(part -> asking.add(state.with(part.packet())));"),
            new Mutant(
                    "nat is walked even where no rule needs tracking",
                    "trace/NatInUse",
                    "return nat.isPresent() &&",
                    "return nat.isPresent() || nat.isPresent() &&"),
            new Mutant(
                    "what comes back by lo asks nat again",
                    "trace/Journey",
                    "deliver(pass.through(Hook.PREROUTING, TableName.MANGLE, now), false);",
                    "deliver(pass.through(Hook.PREROUTING, TableName.MANGLE, now), true);"),
            new Mutant(
                    "the mark does not survive loopback",
                    "trace/Journey",
                    ".withOut(InterfaceSet.ABSENT)",
                    ".withOut(InterfaceSet.ABSENT).withMark(MarkBits.ZERO)"),
            new Mutant(
                    "nat stands before mangle in PREROUTING",
                    "trace/Pass",
                    "case PREROUTING -> List.of(TableName.RAW, TableName.MANGLE, TableName.NAT);",
                    "case PREROUTING -> List.of(TableName.RAW, TableName.NAT, TableName.MANGLE);"),
            new Mutant(
                    "filter INPUT sees the source after SNAT",
                    "trace/Pass",
                    ": List.of(TableName.MANGLE, TableName.FILTER, TableName.SECURITY, TableName.NAT);",
                    ": List.of(TableName.MANGLE, TableName.NAT, TableName.FILTER, TableName.SECURITY);"),
            new Mutant(
                    "-d asks for the destination before DNAT",
                    "model/match/DestinationAddress",
                    "packet.header().destination()",
                    "packet.original().destination()"),
            new Mutant("NOTRACK does nothing", "model/target/Tracking", "not && !seen ?", "not && seen ?"),
            new Mutant(
                    "raw knows the state of the connection",
                    "trace/Pass",
                    "seenAs(state, UNSEEN)).toList()",
                    "seenAs(state, then)).toList()"));

    static final List<Mutant> ROUTES = List.of(
            new Mutant(
                    "-o in OUTPUT sees the interface after DNAT",
                    "trace/Sending",
                    "allowed.with(allowed.packet().withOut(state.packet().out())));",
                    "allowed);"),
            new Mutant(
                    "a mark set in mangle OUTPUT does not route again",
                    "trace/Sending",
                    "state.packet().mark().equals(before)",
                    "(state.packet().mark().equals(before) || node.routing().known())"),
            new Mutant(
                    "DNAT in OUTPUT does not route again",
                    "trace/Sending",
                    "Forwarding.parts(state, same.no()).forEach(translated -> turn(translated, ways));",
                    "Forwarding.parts(state, same.no()).forEach(kept -> add(ways, before.turnedTo(), kept));"),
            new Mutant(
                    "the least specific route wins",
                    "model/packet/Routing",
                    "-route.to().prefixLength()",
                    "route.to().prefixLength()"),
            new Mutant(
                    "blackhole and unreachable are one",
                    "trace/NextHop",
                    "new NextHop(Optional.empty(), true, what)",
                    "new NextHop(Optional.empty(), false, what)"),
            new Mutant(
                    "ip_forward is not asked",
                    "trace/Forwarding",
                    "node.settings().forwarding().on(state.packet().in()) == Truth.NO",
                    "node.settings().forwarding().on(state.packet().in()) == Truth.NO && !node.routing().known()"),
            new Mutant("the hop is taken after FORWARD", "trace/Forwarding", "Math.max(1, ttl - 1)", "ttl"),
            new Mutant(
                    "a packet on its last hop is passed on",
                    "trace/Forwarding",
                    "NumberSet.range(0, 1)",
                    "NumberSet.range(0, 0)"),
            new Mutant(
                    "martians die before PREROUTING can rescue them",
                    "trace/Martians",
                    "if (state.packet().family() == Family.IPV4) { passing.add(state);",
                    "if (state.packet().family() == Family.IPV4) { passing.addAll(sound(state, loss));"),
            new Mutant(
                    "a packet to 127/8 from outside is delivered",
                    "trace/Martians",
                    "for (State to : without(nobody, source, \"to 0.0.0.0/8\", loss)) { passing.addAll(loopback(to, loss));",
                    "for (State to : without(nobody, source, \"to 0.0.0.0/8\", loss)) { passing.add(to);"),
            new Mutant(
                    "a packet from an address of this node is let in",
                    "trace/SourceCheck",
                    "if (own(packet).containsAll(packet.header().source()))",
                    "if (own(packet).isEmpty())"),
            new Mutant(
                    "rp_filter is not asked",
                    "trace/SourceCheck",
                    "return lost == Truth.YES ? Split.yes(packet)",
                    "return lost == Truth.YES ? Split.no(packet)"),
            new Mutant(
                    "a broadcast is passed on",
                    "trace/Forwarding",
                    "Split everybody = Destinations.broadcast(state.packet(), node);",
                    "Split everybody = Split.no(state.packet());"));

    static final List<Mutant> ADDRESSES = List.of(
            new Mutant(
                    "LOCAL is 127.0.0.1 alone, not 127/8",
                    "model/packet/Node",
                    "Cidr.parse(\"127.0.0.0/8\")",
                    "Cidr.parse(\"127.0.0.1\")"),
            new Mutant(
                    "addresses of links that are down are not LOCAL",
                    "model/packet/Routing",
                    "addresses.stream().filter(a -> device.test(a.device()))",
                    "addresses.stream().filter(a -> a.up() && device.test(a.device()))"),
            new Mutant(
                    "local routes are not LOCAL",
                    "model/packet/Route",
                    "return kind == Kind.LOCAL &&",
                    "return kind == Kind.THROW &&"),
            new Mutant(
                    "local routes of all tables are LOCAL",
                    "model/packet/Route",
                    "(table.equals(LOCAL) || table.equals(MAIN))",
                    "!table.isEmpty()"),
            new Mutant(
                    "routing rules do not ask for the source",
                    "trace/RuleSelection",
                    "return isSource ? Split.source(packet, wanted)",
                    "return isSource ? Split.yes(packet)"),
            new Mutant(
                    "routing rules see what is sent as coming from nowhere",
                    "trace/RuleSelection",
                    "Split.of(device.equals(\"lo\"), packet)",
                    "Split.no(packet)"),
            new Mutant(
                    "the network address is a BROADCAST address",
                    "model/packet/Routing",
                    "all.add(Cidr.of(new Cidr(address.address(), address.prefixLength()).last()));",
                    "all.add(Cidr.of(new Cidr(address.address(), address.prefixLength()).last()));"
                            + " all.add(Cidr.of(new Cidr(address.address(), address.prefixLength()).network()));"),
            new Mutant(
                    "--src-type asks for the destination",
                    "model/match/AddressTypes",
                    "return source ? Split.source(packet, wanted) : Split.destination(packet, wanted);",
                    "return Split.destination(packet, wanted);"),
            new Mutant(
                    "MASQUERADE takes the interface's first address",
                    "model/target/MasqueradeAddress",
                    "packet.family() == Family.IPV4 ? hop : destination.get()",
                    "packet.family() == Family.IPV4 ? Address.parse(\"203.0.113.1\") : destination.get()"),
            new Mutant(
                    "REDIRECT of what this node sends goes to one of its other addresses",
                    "model/target/Redirect",
                    "if (in.isPresent() && in.get().isEmpty())",
                    "if (in.isPresent() && in.get().equals(\"lo\"))"),
            new Mutant(
                    "NETMAP loses the host part",
                    "model/target/NetworkMap",
                    "wider ? to : new Cidr(to.moved(part.network()), part.prefixLength())",
                    "wider ? to : new Cidr(to.network(), part.prefixLength())"),
            new Mutant(
                    "DNAT takes the first address of its range",
                    "model/target/NatRange",
                    "AddressSet.range(first.get(), last.get())",
                    "AddressSet.of(first.get())"),
            new Mutant(
                    "DNAT takes the first port of its range, even if the packet's is in it",
                    "model/target/NatRange",
                    "outside.isEmpty() ? now :",
                    "outside.isEmpty() ? NumberSet.of(range.lowest()) :"),
            new Mutant(
                    "a shifted port range begins at its first port",
                    "model/target/NatRange",
                    "range.lowest() + ((port - base.get()) & 0xffff) % range.count()",
                    "range.lowest() + ((port - port) & 0xffff) % range.count()"),
            new Mutant(
                    "SNAT changes every port",
                    "model/target/NatRange",
                    "if (!packet.protocol().hasPorts() || ports.isEmpty() && !random) { return now; }",
                    "if (!packet.protocol().hasPorts()) { return now; }"));

    static final List<Mutant> CONDITIONS = List.of(
            new Mutant(
                    "`!` is ignored",
                    "model/packet/Split",
                    "return negated ? new Split(no, yes) : this;",
                    "return this;"),
            new Mutant(
                    "`! -p` is ignored",
                    "model/match/ProtocolMatch",
                    "Split.of(same != negated, packet)",
                    "Split.of(same, packet)"),
            new Mutant("-p is ignored", "model/match/ProtocolMatch", "boolean same =", "boolean same = !negated ||"),
            new Mutant(
                    "shares are not multiplied",
                    "trace/TableWalk",
                    "state.share() : state.share().times(part.share())",
                    "state.share() : part.share()"),
            new Mutant(
                    "`! --probability` is the probability",
                    "model/match/Statistic",
                    "Split.chance(packet, share).negatedIf(negated)",
                    "Split.chance(packet, share)"),
            new Mutant(
                    "MARK sets bits with or, so that nothing is toggled",
                    "model/packet/MarkBits",
                    "((value | flipped) & ~clear) ^ (",
                    "((value | flipped) & ~clear) | ("),
            new Mutant(
                    "MARK clears the whole mark",
                    "model/target/MarkTarget",
                    "packet.mark().xset(value, mask)",
                    "packet.mark().xset(value, -1)"),
            new Mutant(
                    "--mark ignores its mask",
                    "model/match/MarkMatch",
                    "Split.mark(packet, value, mask)",
                    "Split.mark(packet, value, -1)"),
            new Mutant("--mark 0x5/0x4 can match", "model/packet/MarkBits", "(wanted & ~mask) != 0 ||", ""),
            new Mutant(
                    "`! --mark` of the connection holds where there is none",
                    "model/match/ConnectionMark",
                    "packet, false, p -> Split.connectionMark(p, value, mask).negatedIf(negated)",
                    "packet, negated, p -> Split.connectionMark(p, value, mask).negatedIf(negated)"),
            new Mutant(
                    "CONNMARK restores every bit",
                    "model/target/ConnectionMarkTarget",
                    "mark.mixed(packetMask, saved, connectionMask)",
                    "mark.mixed(-1, saved, -1)"),
            new Mutant(
                    "an absent interface fails `! -i` too",
                    "model/match/InInterface",
                    "return Split.in(packet, pattern).negatedIf(negated);",
                    "return packet.isSentHere() ? Split.no(packet) : Split.in(packet, pattern).negatedIf(negated);"),
            new Mutant(
                    "eth+ is an interface of that name",
                    "model/packet/InterfacePattern",
                    "return isPrefix() ? name.startsWith(prefix()) : name.equals(text);",
                    "return name.equals(text);"),
            new Mutant(
                    "a mask with holes is a prefix",
                    "model/match/Network",
                    "(other.low() & mask.low()) == address.low()",
                    "(other.low() & mask.low() & -256) == (address.low() & -256)"),
            new Mutant(
                    "of --tcp-flags the mask is ignored",
                    "model/match/TcpFlags",
                    "(value & mask) == set",
                    "(value & set) == set"),
            new Mutant(
                    "--ports asks for the destination port alone",
                    "model/match/Multiport",
                    "Split.sourcePort(packet, ports).or(p -> Split.destinationPort(p, ports))",
                    "Split.destinationPort(packet, ports)"),
            new Mutant(
                    "--dports does not know ranges",
                    "model/match/Multiport",
                    "ports = ports.union(Transport.PortText.read(word)",
                    "ports = ports.union(Transport.PortText.read(word.replaceAll(\":.*\", \"\"))"),
            new Mutant(
                    "an iprange ends before its last address",
                    "model/match/IpRange",
                    "AddressSet.range(first.get(), last.get())",
                    "AddressSet.range(first.get(), last.get()).minus(AddressSet.of(last.get())).union(AddressSet.of(first.get()))"),
            new Mutant(
                    "--ctstate DNAT never holds",
                    "model/match/ConnectionStateMatch",
                    "translated ? split.or(p -> rewritten(p, true)) : split",
                    "split"),
            new Mutant(
                    "--ctorigdst asks for the destination as it is now",
                    "model/match/ConnectionEnd",
                    "ORIGINAL_DESTINATION -> packet.original().destination()",
                    "ORIGINAL_DESTINATION -> packet.header().destination()"),
            new Mutant(
                    "-m recent forgets whom it has put on a list",
                    "model/match/Recent",
                    "case SET -> Split.yes(seenAgain(packet, seen));",
                    "case SET -> Split.yes(packet);"));

    private Mutants() {}

    static List<Mutant> all() {
        return List.of(FLOW, TABLES, ROUTES, ADDRESSES, CONDITIONS).stream()
                .flatMap(List::stream)
                .toList();
    }
}
