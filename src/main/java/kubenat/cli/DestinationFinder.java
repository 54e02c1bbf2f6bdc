package kubenat.cli;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.kube.ApiNames;
import kubenat.kube.Destinations;
import kubenat.kube.Entries;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.kube.Surroundings;
import kubenat.kube.UnknownServiceException;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.match.DestinationAddress;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.source.DumpException;
import kubenat.trace.Assumption;

/** Finds the address and the rules for what {@code --dst} names. */
final class DestinationFinder {
    private final Dumps dumps;
    private final Surroundings surroundings;
    private final IdentityHashMap<Ruleset, Entries> entries = new IdentityHashMap<>();
    private final ApiNames api;

    DestinationFinder(Dumps dumps, Surroundings surroundings, ApiNames api) {
        this.dumps = dumps;
        this.surroundings = surroundings;
        this.api = api;
    }

    /** Resolves a name or NodePort; {@code wanted} is the protocol, where it was given. */
    Destined find(Destination destination, Optional<Protocol> wanted) throws DumpException, BadField {
        if (destination instanceof Destination.Socket socket) {
            Family family = socket.address().family();
            return new Destined(
                    dumps.require(family), socket.address(), socket.ports(), wanted, surroundings, Optional.empty());
        }
        Optional<BadField> failed = Optional.empty();
        for (Ruleset ruleset : dumps.rulesets()) {
            try {
                return find(destination, wanted, ruleset);
            } catch (UnknownServiceException unknown) {
                failed = failed.or(() -> Optional.of(unknown(unknown)));
            }
        }
        throw failed.orElseThrow();
    }

    private static BadField unknown(UnknownServiceException unknown) {
        List<String> candidates = unknown.candidates();
        String help = candidates.isEmpty() ? "" : ": did you mean " + String.join(" or ", candidates) + "?";
        return new BadField(PacketField.DESTINATION, unknown.getMessage() + help);
    }

    private Destined find(Destination destination, Optional<Protocol> wanted, Ruleset ruleset)
            throws UnknownServiceException {
        Destinations destinations = new Destinations(entries.computeIfAbsent(ruleset, known -> Entries.of(known, api)));
        if (destination instanceof Destination.NodePort node) {
            return nodePort(ruleset, node.port(), wanted.or(() -> protocol(ofNode(destinations, node.port()))));
        }
        Destination.Named named = (Destination.Named) destination;
        List<Entry> entries = destinations.named(
                named.service() + named.port().map(port -> ":" + port).orElse(""));
        Optional<Entry> best = entries.stream()
                .filter(entry ->
                        entry.kind() == EntryKind.CLUSTER_IP && entry.address().isPresent())
                .findFirst()
                .or(() -> entries.stream()
                        .filter(entry -> entry.address().isPresent())
                        .findFirst());
        Optional<Protocol> protocol = wanted.or(() -> protocol(entries));
        if (best.isPresent()) {
            Address address = best.get().address().orElseThrow();
            return new Destined(ruleset, address, best.get().ports(), protocol, surroundings, Optional.empty());
        }
        return nodePort(ruleset, entries.get(0).port().orElse(0), protocol);
    }

    /** A port that no Service has is followed, too: perhaps something else takes it. */
    private static List<Entry> ofNode(Destinations destinations, int port) {
        return destinations.entries().nodePort(port);
    }

    private static Optional<Protocol> protocol(List<Entry> entries) {
        Set<Protocol> protocols =
                entries.stream().flatMap(entry -> entry.protocol().stream()).collect(Collectors.toSet());
        return protocols.size() == 1 ? protocols.stream().findFirst() : Optional.empty();
    }

    private Destined nodePort(Ruleset ruleset, int port, Optional<Protocol> protocol) {
        Family family = ruleset.family();
        NumberSet ports = NumberSet.of(port);
        Optional<Address> known = surroundings.local().orElse(List.of()).stream()
                .filter(address -> address.family() == family && !isLoopback(address))
                .findFirst();
        if (known.isPresent()) {
            return new Destined(ruleset, known.get(), ports, protocol, surroundings, Optional.empty());
        }
        Optional<Address> gate = gate(ruleset);
        Address address = gate.orElse(Address.parse(family == Family.IPV4 ? "192.0.2.1" : "2001:db8::1"));
        Assumption assumption = gate.isPresent()
                ? new Assumption(
                        address + " is an address of this node",
                        "inferred",
                        "NodePorts are reached there; --local or --addr says it for sure")
                : Assumption.standIn(address);
        Surroundings now = surroundings.withLocal(List.of(address));
        return new Destined(ruleset, address, ports, protocol, now, Optional.of(assumption));
    }

    private static boolean isLoopback(Address address) {
        return Cidr.parse("127.0.0.0/8").contains(address) || Cidr.parse("::1").contains(address);
    }

    /** The address that kube-proxy answers NodePorts on, where it was told one ({@code --nodeport-addresses}). */
    private static Optional<Address> gate(Ruleset ruleset) {
        ChainName services = new ChainName(TableName.NAT, "KUBE-SERVICES");
        return ruleset.chain(services).map(Chain::rules).orElse(List.of()).stream()
                .filter(rule -> rule.target().name().equals("KUBE-NODEPORTS"))
                .flatMap(rule -> rule.matches().stream())
                .filter(match -> match instanceof DestinationAddress to && !to.negated())
                .flatMap(match -> ((DestinationAddress) match).network().cidr().stream())
                .filter(cidr -> cidr.isSingle() && !isLoopback(cidr.network()))
                .map(Cidr::network)
                .findFirst();
    }
}
