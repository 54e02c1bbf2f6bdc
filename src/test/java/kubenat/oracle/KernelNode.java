package kubenat.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.InterfaceSwitch;
import kubenat.model.packet.Node;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.model.packet.RoutingRule;
import kubenat.model.packet.Settings;
import kubenat.model.packet.Truth;
import kubenat.source.DumpException;
import kubenat.surroundings.RoutingRules;

/** The node of an oracle case, as {@code oracle.py} sets it up, and as the tracer's fully known one. */
final class KernelNode {
    private final JsonNode json;
    private final Family family;
    private final Truth tracking;

    /** The node of a case {@code {"family", "conntrack", "node"}}. */
    KernelNode(JsonNode kernelCase) {
        this.json = kernelCase.path("node");
        this.family = kernelCase.path("family").asInt(4) == 4 ? Family.IPV4 : Family.IPV6;
        this.tracking = kernelCase.path("conntrack").asBoolean(true) ? Truth.YES : Truth.MAYBE;
    }

    Family family() {
        return family;
    }

    /** As it is when that backend has loaded the rules. */
    Node node(Backend backend) {
        Routing routing = new Routing(true, addresses(), routes(), rules());
        AddressSet local = AddressSet.of(
                family,
                routing.addresses().stream()
                        .map(InterfaceAddress::address)
                        .map(Cidr::of)
                        .toList());
        for (Route route : routing.routes()) {
            local = route.isOwn() ? local.union(AddressSet.of(route.to())) : local;
        }
        Map<Family, AddressSet> ours = new EnumMap<>(Family.class);
        Map<Family, AddressSet> others = new EnumMap<>(Family.class);
        ours.put(family, local);
        others.put(family, local.complement());
        return new Node(ours, others, routing, Map.of(), settings().withNftables(backend == Backend.NFT));
    }

    private List<InterfaceAddress> addresses() {
        List<InterfaceAddress> addresses = new ArrayList<>();
        addresses.add(address("lo", true, family == Family.IPV4 ? "127.0.0.1/8" : "::1/128"));
        addresses.addAll(addresses("lo", json.path("links").path("lo")));
        json.path("links").properties().stream()
                .filter(link -> !link.getKey().equals("lo"))
                .forEach(link -> addresses.addAll(addresses(link.getKey(), link.getValue())));
        return addresses;
    }

    private static List<InterfaceAddress> addresses(String device, JsonNode link) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (JsonNode text : link.path("addrs")) {
            addresses.add(address(device, !link.path("down").asBoolean(), text.asText()));
        }
        return addresses;
    }

    private static InterfaceAddress address(String device, boolean up, String text) {
        String[] parts = text.split("/", -1);
        return new InterfaceAddress(device, up, Address.parse(parts[0]), Integer.parseInt(parts[1]), Optional.empty());
    }

    /** The routes given, and those that the kernel makes for the network of each address of a link that is up. */
    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (InterfaceAddress address : addresses()) {
            Cidr network = new Cidr(address.address(), address.prefixLength());
            if (address.up() && !address.device().equals("lo") && !network.isSingle()) {
                routes.add(new Route(
                        Route.Kind.UNICAST,
                        network,
                        address.device(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Route.MAIN));
            }
        }
        for (JsonNode text : json.path("routes")) {
            routes.add(route(List.of(text.asText().split(" ", -1))));
        }
        return routes;
    }

    private Route route(List<String> words) {
        Route.Kind kind = Route.Kind.UNICAST;
        int at = 0;
        for (Route.Kind each : Route.Kind.values()) {
            if (each.name().toLowerCase(java.util.Locale.ROOT).equals(words.get(0))) {
                kind = each;
                at = 1;
            }
        }
        String to = words.get(at);
        Cidr network = to.equals("default") ? new Cidr(Address.first(family), 0) : Cidr.parse(to);
        return new Route(
                kind,
                network,
                after(words, "dev").orElse(""),
                after(words, "via").map(Address::parse),
                after(words, "src").map(Address::parse),
                after(words, "metric").map(Integer::parseInt).orElse(0),
                after(words, "table").orElse(Route.MAIN));
    }

    /** Each rule added without a priority stands before the earlier ones; read from what ip rule would list. */
    private List<RoutingRule> rules() {
        StringBuilder listing = new StringBuilder();
        int priority = 32_766;
        for (JsonNode text : json.path("rules")) {
            String words = text.asText().replace("table ", "lookup ");
            listing.insert(0, "%d: %s\n".formatted(--priority, words));
        }
        String last = family == Family.IPV4 ? "32767: from all lookup default\n" : "";
        String all = "0: from all lookup local\n" + listing + "32766: from all lookup main\n" + last;
        try {
            return RoutingRules.read("ip rule", all);
        } catch (DumpException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The switches as oracle.py sets them, unless the case sets others. */
    private Settings settings() {
        return new Settings(
                InterfaceSwitch.of(Truth.of(sysctl("net.ipv4.ip_forward", 1) == 1)),
                InterfaceSwitch.of(Truth.of(sysctl("net.ipv4.conf.all.route_localnet", 0) == 1)),
                InterfaceSwitch.of(Truth.of(sysctl("net.ipv4.conf.all.rp_filter", 0) == 1)),
                InterfaceSwitch.of(Truth.of(sysctl("net.ipv4.conf.all.rp_filter", 0) >= 1)),
                tracking,
                Truth.NO);
    }

    private int sysctl(String name, int usual) {
        return json.path("sysctl").path(name).asInt(usual);
    }

    private static Optional<String> after(List<String> words, String key) {
        int at = words.indexOf(key);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }
}
