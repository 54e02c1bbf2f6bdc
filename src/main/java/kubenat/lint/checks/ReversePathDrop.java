package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Place;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.model.target.DestinationNat;
import kubenat.surroundings.KernelSetting;
import kubenat.surroundings.KernelSettings;

/** KN146: rp_filter drops what endpoints send, as the route back is another one, or none (kernel: fib_validate_source; IPv4 only). */
final class ReversePathDrop extends Check {
    private static final Cidr LOOPBACK = Cidr.parse("127.0.0.0/8");

    ReversePathDrop() {
        super("KN146", Level.WARNING, Need.NAT, Need.ADDRESSES_AND_ROUTES, Need.REVERSE_PATH);
    }

    /** Endpoints on the link of one interface, the answers to which go out by others. */
    private record Turned(Route link, String out, KernelSetting strict) {}

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Routing routing = subject.surroundings().routing();
        RoutesBack routes = new RoutesBack(routing);
        if (subject.ruleset().family() == Family.IPV6 || routes.isEmpty()) {
            return Stream.empty();
        }
        KernelSettings settings = subject.evidence().node().settings().orElseThrow();
        Map<Turned, List<Rule>> turned = new LinkedHashMap<>();
        List<Rule> lost = new ArrayList<>();
        endpoints(subject).forEach((address, rule) -> {
            Optional<List<Route>> best = routes.to(address);
            if (best.filter(List::isEmpty).isPresent()) {
                lost.add(rule);
            } else if (best.isPresent()) {
                turned(address, best.get(), routes, settings)
                        .forEach(found -> turned.computeIfAbsent(found, none -> new ArrayList<>())
                                .add(rule));
            }
        });
        return Stream.concat(
                lost.isEmpty() ? Stream.empty() : lost(lost, settings, subject).stream(),
                turned.entrySet().stream()
                        .map(group -> turned(group.getKey(), group.getValue(), settings, subject))
                        .map(finding -> routes.isCertain() ? finding : finding.onlyPossible()));
    }

    /** Each address with the first rule that sends to it; not those of the node itself. */
    private static Map<Address, Rule> endpoints(Subject subject) {
        AddressSet own = subject.surroundings().routing().local(Family.IPV4, device -> true);
        Map<Address, Rule> endpoints = new LinkedHashMap<>();
        subject.ruleset().table(TableName.NAT).stream()
                .flatMap(Table::chains)
                .filter(chain -> chain.name().name().startsWith("KUBE-SEP-"))
                .map(Chain::rulesOnce)
                .flatMap(List::stream)
                .forEach(rule -> address(rule)
                        .filter(address -> !own.contains(address) && !LOOPBACK.contains(address))
                        .ifPresent(address -> endpoints.putIfAbsent(address, rule)));
        return endpoints;
    }

    private static Optional<Address> address(Rule rule) {
        return rule.target() instanceof DestinationNat nat
                ? nat.to().addresses().flatMap(AddressSet::single)
                : Optional.empty();
    }

    private static Stream<Turned> turned(
            Address address, List<Route> best, RoutesBack routes, KernelSettings settings) {
        String out = best.stream().map(Route::device).distinct().collect(Collectors.joining(" or "));
        return routes.unusedLinks(address, best)
                .flatMap(link ->
                        settings
                                .strictReversePath(link.device())
                                .map(strict -> new Turned(link, out, strict))
                                .stream());
    }

    /** That they come in by that link is not known, and said; other tables may lead back by it, unless all rules are known. */
    private Finding turned(Turned group, List<Rule> rules, KernelSettings settings, Subject subject) {
        String device = group.link().device();
        return finding(
                        place(settings, group.strict()),
                        "packets from %s that come in by %s are dropped: rp_filter is strict there, and the route back goes out by %s"
                                .formatted(words(rules), device, group.out()))
                .related(subject.at(rules.get(0)), "sends packets to it")
                .withHelp(
                        "ip route get %s says which way is used, and ip rule whether other tables lead back by %s; sysctl -w net.ipv4.conf.%s.rp_filter=2 (loose) lets packets in by either, or have %s in one interface's network only"
                                .formatted(
                                        address(rules.get(0)).orElseThrow(),
                                        device,
                                        device.replace('.', '/'),
                                        group.link().to()));
    }

    /** Strict or loose, nothing comes in without a route back; by which interface it comes is not known without one. */
    private Optional<Finding> lost(List<Rule> rules, KernelSettings settings, Subject subject) {
        Set<String> devices = devices(subject.surroundings().routing());
        List<String> filtered = devices.stream()
                .filter(device -> settings.reversePathFilter(device).isPresent())
                .toList();
        return filtered.stream()
                .findFirst()
                .flatMap(settings::reversePathFilter)
                .map(filter -> {
                    boolean everywhere = filtered.size() == devices.size();
                    Finding finding = finding(
                                    subject.at(rules.get(0))
                                            .marking(address(rules.get(0))
                                                    .orElseThrow()
                                                    .toString()),
                                    "packets from %s%s are dropped: the node has no route back, and rp_filter is on"
                                            .formatted(
                                                    words(rules),
                                                    everywhere
                                                            ? ""
                                                            : " that come in by " + String.join(", ", filtered)))
                            .related(place(settings, filter), "%s is %s".formatted(filter.name(), filter.value()))
                            .withHelp(
                                    "see whether the Pod still exists, and whether the network plugin has set the routes of its node: ip route get %s; a loose rp_filter (2) wants a route, too"
                                            .formatted(address(rules.get(0)).orElseThrow()));
                    return everywhere ? finding : finding.onlyPossible();
                });
    }

    private static Set<String> devices(Routing routing) {
        return Stream.concat(
                        routing.addresses().stream().map(InterfaceAddress::device),
                        routing.routes().stream().map(Route::device))
                .filter(device -> !device.isEmpty() && !device.equals("lo"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Place place(KernelSettings settings, KernelSetting setting) {
        return Place.in(settings.file(), setting.line(), 1, setting.name().length());
    }

    private static String words(List<Rule> rules) {
        Address first = address(rules.get(0)).orElseThrow();
        int more = rules.size() - 1;
        return more == 0 ? "endpoint %s".formatted(first) : "endpoint %s and %,d more".formatted(first, more);
    }
}
