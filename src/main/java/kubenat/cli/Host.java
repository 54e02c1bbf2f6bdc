package kubenat.cli;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.model.packet.RoutingRule;
import kubenat.source.Bytes;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import kubenat.surroundings.InterfaceAddresses;
import kubenat.surroundings.Routes;
import kubenat.surroundings.RoutingRules;

/** This host as the node: its own rules, addresses and routes, for when no dump is given. */
final class Host {
    /** How to run a program of the host; another one in tests. */
    interface Programs {
        HostCommand run(String program, String... arguments);
    }

    private final Programs programs;

    Host(Programs programs) {
        this.programs = programs;
    }

    /** The rules of an address family; iptables' warnings stay in the text as comments, as in a pasted dump. */
    SourceText dump(Family family) throws DumpException {
        String program = family == Family.IPV4 ? "iptables-save" : "ip6tables-save";
        HostCommand save = programs.run(program);
        String help = "sudo %s > node.rules makes a dump; give it as the argument DUMP".formatted(program);
        if (save.exitCode() == HostCommand.NOT_FOUND) {
            throw new DumpException(
                    "no DUMP is given, and %s is not installed on this host".formatted(program), "on a node, " + help);
        }
        if (save.exitCode() != 0) {
            throw new DumpException(
                    "no DUMP is given, and this host's own cannot be had: " + save.complaint(),
                    "run kube-nat as root, or else: " + help);
        }
        String text = save.err() + save.out();
        if (text.isBlank()) {
            throw new DumpException(
                    "no DUMP is given, and this host has no rules: %s prints nothing".formatted(program), help);
        }
        return new SourceText(program, Bytes.of(text));
    }

    /** Which packets ask which table of routes; a kernel without such rules has none to list. */
    private List<RoutingRule> rules() throws DumpException {
        List<RoutingRule> rules = new ArrayList<>();
        for (String family : List.of("-4", "-6")) {
            HostCommand rule = programs.run("ip", "-j", family, "rule");
            if (rule.exitCode() == 0 && rule.out().contains("{")) {
                rules.addAll(RoutingRules.read("ip -j %s rule".formatted(family), rule.out()));
            }
        }
        return RoutingRules.settled(rules);
    }

    /** The addresses, routes and routing rules, as far as {@code ip} tells them. */
    Routing routing() throws DumpException {
        List<InterfaceAddress> addresses = new ArrayList<>();
        List<Route> routes = new ArrayList<>();
        HostCommand addr = programs.run("ip", "-j", "addr");
        HostCommand route = programs.run("ip", "-j", "route", "show", "table", "all");
        HostCommand route6 = programs.run("ip", "-j", "-6", "route", "show", "table", "all");
        if (addr.exitCode() != 0 || route.exitCode() != 0) {
            return Routing.UNKNOWN;
        }
        addresses.addAll(InterfaceAddresses.read("ip -j addr", addr.out()));
        routes.addAll(Routes.read("ip -j route", route.out()));
        if (route6.exitCode() == 0 && !route6.out().isBlank()) {
            routes.addAll(Routes.read("ip -j -6 route", route6.out()));
        }
        return new Routing(true, addresses, routes, rules());
    }
}
