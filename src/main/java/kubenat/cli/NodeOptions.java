package kubenat.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.kube.Surroundings;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.IpSet;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.model.packet.RoutingRule;
import kubenat.model.packet.Settings;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import kubenat.surroundings.InterfaceAddresses;
import kubenat.surroundings.IpSets;
import kubenat.surroundings.KernelSettings;
import kubenat.surroundings.Routes;
import kubenat.surroundings.RoutingRules;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is known of the node and the cluster beside the dump. */
final class NodeOptions {
    private static final Set<String> EVERY_TABLE = Set.of(Route.LOCAL, Route.MAIN, Route.DEFAULT);

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
            names = "--rule",
            order = 4,
            paramLabel = "FILE",
            description = "The node's ip rule or ip -j rule: tells which packets ask which table of routes;"
                    + " --route then holds ip route show table all.")
    private List<String> rule = new ArrayList<>();

    @Option(
            names = "--pod-cidr",
            order = 5,
            paramLabel = "NETWORK",
            split = ",",
            converter = CidrConverter.class,
            description = "The networks of the cluster's Pods (default: inferred, and said so).")
    private List<Cidr> podCidr = new ArrayList<>();

    @Option(names = "--ipset", order = 6, paramLabel = "FILE", description = "The node's ipset save.")
    private List<String> ipset = new ArrayList<>();

    @Option(
            names = "--sysctl",
            order = 7,
            paramLabel = "FILE",
            description = "The node's sysctl -a: ip_forward, route_localnet and rp_filter.")
    private Optional<String> sysctl = Optional.empty();

    private Optional<KernelSettings> settings = Optional.empty();
    private final List<SourceText> sources = new ArrayList<>();

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
        boolean asked = isHost && addr.isEmpty() && route.isEmpty() && rule.isEmpty() && local.isEmpty();
        Routing routing = asked
                ? new Host(HostCommand::run).routing()
                : new Routing(!addresses.isEmpty() || !routes.isEmpty(), addresses, routes, rules(reader, routes));
        return new Surroundings(
                local(routing),
                podCidr.isEmpty() ? Optional.empty() : Optional.of(podCidr),
                routing,
                sets,
                switches(reader, streams));
    }

    private List<RoutingRule> rules(SourceReader reader, List<Route> routes) throws DumpException {
        List<RoutingRule> rules = new ArrayList<>();
        for (String name : rule) {
            rules.addAll(RoutingRules.read(name, text(reader, name)));
        }
        Optional<Route> chosen = routes.stream()
                .filter(each -> !EVERY_TABLE.contains(each.table()))
                .findFirst();
        if (rules.isEmpty() && chosen.isPresent()) {
            throw new DumpException(
                    "%s: a route of table %s, which only policy rules choose"
                            .formatted(route.get(0), chosen.get().table()),
                    "give these too: --rule FILE with ip rule; or give the routes of the main table alone: ip route");
        }
        return RoutingRules.settled(rules);
    }

    private Map<Family, Settings> switches(SourceReader reader, Streams streams) throws DumpException {
        if (sysctl.isEmpty()) {
            return Map.of();
        }
        SourceText source = reader.read(sysctl.get());
        KernelSettings listing = KernelSettings.read(source);
        NotUnderstood.say(listing.file(), listing.notUnderstood(), "no line of sysctl -a", streams);
        sources.add(source);
        settings = Optional.of(listing);
        Map<Family, Settings> switches = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            switches.put(family, listing.switches(family));
        }
        return switches;
    }

    /** The first option that was used and is about one node; the Pods' networks are the cluster's. */
    Optional<String> ofOneNode() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--local", !local.isEmpty());
        given.put("--addr", !addr.isEmpty());
        given.put("--route", !route.isEmpty());
        given.put("--rule", !rule.isEmpty());
        given.put("--ipset", !ipset.isEmpty());
        given.put("--sysctl", sysctl.isPresent());
        return given.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What {@code --sysctl} lists, once it is read. */
    Optional<KernelSettings> settings() {
        return settings;
    }

    /** The texts that were read, for findings that point into them. */
    List<SourceText> sources() {
        return sources;
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
