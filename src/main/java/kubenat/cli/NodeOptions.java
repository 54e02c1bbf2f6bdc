package kubenat.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.kube.Surroundings;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.IpSet;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import kubenat.surroundings.InterfaceAddresses;
import kubenat.surroundings.IpSets;
import kubenat.surroundings.Routes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is known of the node and the cluster beside the dump. */
final class NodeOptions {
    @Option(
            names = "--local",
            order = 1,
            paramLabel = "ADDRESS",
            split = ",",
            converter = AddressConverter.class,
            description = "All addresses of the node (default: inferred, and said so).")
    private List<Address> local = new ArrayList<>();

    @Option(names = "--addr", order = 2, paramLabel = "FILE", description = "The node's ip addr or ip -j addr.")
    private List<String> addr = new ArrayList<>();

    @Option(
            names = "--route",
            order = 3,
            paramLabel = "FILE",
            description = "The node's ip route or ip -j route: tells by which interface packets leave.")
    private List<String> route = new ArrayList<>();

    @Option(
            names = "--pod-cidr",
            order = 4,
            paramLabel = "NETWORK",
            split = ",",
            converter = CidrConverter.class,
            description = "The networks of the cluster's Pods (default: inferred, and said so).")
    private List<Cidr> podCidr = new ArrayList<>();

    @Option(names = "--ipset", order = 5, paramLabel = "FILE", description = "The node's ipset save.")
    private List<String> ipset = new ArrayList<>();

    /** All of it; where the rules are this host's own, its addresses and routes as far as none are given. */
    Surroundings read(Streams streams, boolean isHost) throws DumpException {
        SourceReader reader = new SourceReader(streams.in());
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (String name : addr) {
            addresses.addAll(InterfaceAddresses.read(name, text(reader, name)));
        }
        List<Route> routes = new ArrayList<>();
        for (String name : route) {
            routes.addAll(Routes.read(name, text(reader, name)));
        }
        Map<String, IpSet> sets = new LinkedHashMap<>();
        for (String name : ipset) {
            sets.putAll(IpSets.read(name, text(reader, name)));
        }
        boolean asked = isHost && addr.isEmpty() && route.isEmpty() && local.isEmpty();
        Routing routing = asked
                ? new Host(HostCommand::run).routing()
                : new Routing(!addresses.isEmpty() || !routes.isEmpty(), addresses, routes);
        return new Surroundings(
                local(routing), podCidr.isEmpty() ? Optional.empty() : Optional.of(podCidr), routing, sets);
    }

    private Optional<List<Address>> local(Routing routing) {
        List<Address> all = new ArrayList<>(local);
        routing.addresses().forEach(address -> all.add(address.address()));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static String text(SourceReader reader, String name) throws DumpException {
        SourceText source = reader.read(name);
        return new String(source.bytes().copy(0, source.bytes().length()), StandardCharsets.UTF_8);
    }

    /** Reads an address. */
    static final class AddressConverter implements ITypeConverter<Address> {
        @Override
        public Address convert(String text) {
            return Address.read(text)
                    .orElseThrow(() -> new TypeConversionException(text + ": not an address such as 10.0.0.5"));
        }
    }

    /** Reads a network. */
    static final class CidrConverter implements ITypeConverter<Cidr> {
        @Override
        public Cidr convert(String text) {
            return Cidr.read(text)
                    .orElseThrow(() -> new TypeConversionException(text + ": not a network such as 10.244.0.0/16"));
        }
    }
}
