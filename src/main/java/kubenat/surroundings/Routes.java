package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kubenat.json.BadJson;
import kubenat.json.JsonObject;
import kubenat.json.JsonReader;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.Route;
import kubenat.source.DumpException;

/** Reads {@code ip route} and {@code ip -j route}, of either family (iproute2 6.1). */
public final class Routes {
    private final String name;
    private final List<Route> found = new ArrayList<>();

    private Routes(String name) {
        this.name = name;
    }

    /** The routes in order, the next hops of one route as routes of their own; {@code name} is what the user called the text. */
    public static List<Route> read(String name, String text) throws DumpException {
        Routes reader = new Routes(name);
        if (text.stripLeading().startsWith("[")) {
            reader.json(text);
        } else {
            reader.lines(text);
        }
        return List.copyOf(reader.found);
    }

    /** A route whose next hops follow on lines of their own names no device itself. */
    private void lines(String text) throws DumpException {
        Words route = Words.of("");
        int waiting = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Words words = Words.of(line);
            if (words.isEmpty()) {
                continue;
            }
            boolean isHop = words.at(0).equals("nexthop");
            boolean isWhole =
                    isHop || words.after("dev").isPresent() || kind(words.at(0)).isPresent();
            if (waiting > 0 && !isHop || isHop && route.isEmpty()) {
                throw notARoute(isHop ? number : waiting, isHop ? words : route);
            }
            route = isHop ? route : words;
            waiting = isWhole ? 0 : number;
            if (isWhole) {
                add(number, route, words);
            }
        }
        if (waiting > 0) {
            throw notARoute(waiting, route);
        }
    }

    private DumpException notARoute(int number, Words words) {
        return new DumpException(
                "%s:%d:1: not a route: %s".formatted(name, number, String.join(" ", words.all())),
                "it should hold what ip route or ip -j route prints");
    }

    private void add(int number, Words route, Words hop) throws DumpException {
        Optional<Route.Kind> kind = kind(route.at(0));
        String to = route.at(kind.isPresent() ? 1 : 0);
        boolean isIpv6 = via(hop).orElse("").indexOf(':') >= 0 || route.all().contains("pref");
        Optional<Cidr> network = network(to, isIpv6);
        if (network.isEmpty()) {
            throw notARoute(number, route);
        }
        found.add(new Route(
                kind.orElse(Route.Kind.UNICAST),
                network.get(),
                hop.after("dev").orElse(""),
                via(hop).flatMap(Address::read),
                route.after("src").flatMap(Address::read),
                route.after("metric").map(Routes::metric).orElse(0),
                table(route.after("table").orElse(Route.MAIN))));
    }

    private static String table(String table) {
        return switch (table) {
            case "main", "254" -> Route.MAIN;
            case "local", "255" -> Route.LOCAL;
            case "default", "253" -> Route.DEFAULT;
            default -> table;
        };
    }

    private static int metric(String word) {
        return word.chars().allMatch(Character::isDigit) && word.length() < 10 ? Integer.parseInt(word) : 0;
    }

    /** {@code via 10.0.0.1}, or {@code via inet6 fe80::1} for an IPv4 route over IPv6. */
    private static Optional<String> via(Words hop) {
        Optional<String> via = hop.after("via");
        return via.filter(word -> word.startsWith("inet")).isPresent() ? hop.after(via.get()) : via;
    }

    /** A default route has no address that tells its family; IPv6 ones print a router preference ({@code pref medium}). */
    private static Optional<Cidr> network(String to, boolean isIpv6) {
        if (!to.equals("default")) {
            return Cidr.read(to);
        }
        Family family = isIpv6 ? Family.IPV6 : Family.IPV4;
        return Optional.of(new Cidr(Address.first(family), 0));
    }

    private static Optional<Route.Kind> kind(String word) {
        for (Route.Kind kind : Route.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private void json(String text) throws DumpException {
        try {
            for (JsonObject route : JsonReader.objects(text)) {
                List<JsonObject> hops = route.objects("nexthops");
                for (JsonObject hop : hops.isEmpty() ? List.of(route) : hops) {
                    add(route, hop);
                }
            }
        } catch (BadJson wrong) {
            throw new DumpException("%s: %s".formatted(name, wrong.getMessage()), "ip -j route prints it");
        }
    }

    private void add(JsonObject route, JsonObject hop) throws BadJson {
        Optional<String> via = hop.text("gateway");
        String to = route.text("dst").orElse("");
        boolean isIpv6 = route.has("pref") || via.orElse("").indexOf(':') >= 0;
        Cidr network = network(to, isIpv6).orElseThrow(() -> new BadJson("not a route to " + to));
        found.add(new Route(
                kind(route.text("type").orElse("")).orElse(Route.Kind.UNICAST),
                network,
                hop.text("dev").orElse(""),
                via.flatMap(Address::read),
                route.text("prefsrc").flatMap(Address::read),
                (int) route.number("metric").orElse(0),
                table(route.text("table").orElse(Route.MAIN))));
    }
}
