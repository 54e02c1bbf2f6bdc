package kubenat.lint.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Rule;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.model.packet.RoutingRule;
import kubenat.model.target.DestinationNat;

/** IPT027: a DNAT target to which the node has no route. */
final class NoRouteToDestinationNat extends Check {
    private static final Cidr LOOPBACK = Cidr.parse("127.0.0.0/8");
    private static final Set<Route.Kind> GOOD = Set.of(Route.Kind.UNICAST, Route.Kind.LOCAL);

    NoRouteToDestinationNat() {
        super("IPT027", Level.ERROR, Need.ADDRESSES_AND_ROUTES);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Routing routing = subject.surroundings().routing();
        Map<Address, Rule> targets = new LinkedHashMap<>();
        subject.ruleset().table(TableName.NAT).stream()
                .flatMap(Table::chains)
                .flatMap(chain -> chain.rules().stream())
                .forEach(rule -> target(rule).ifPresent(address -> targets.putIfAbsent(address, rule)));
        return targets.entrySet().stream()
                .filter(target -> !isReached(target.getKey(), routing))
                .map(target -> lost(target.getValue(), target.getKey(), subject));
    }

    private static Optional<Address> target(Rule rule) {
        return rule.target() instanceof DestinationNat nat
                ? nat.to().addresses().flatMap(AddressSet::single)
                : Optional.empty();
    }

    private static boolean isReached(Address address, Routing routing) {
        return routing.local(address.family(), device -> true).contains(address)
                || LOOPBACK.contains(address)
                || routing.rules(address.family()).stream().anyMatch(rule -> mayReach(rule, address, routing));
    }

    /** What is translated may come from anywhere, and have any mark. */
    private static boolean mayReach(RoutingRule rule, Address address, Routing routing) {
        boolean isForOthers = rule.refuses().isPresent() || rule.selector().isNeverTo(address);
        return !isForOthers
                && (!routing.knowsTable(rule.table())
                        || routing.to(address, rule)
                                .filter(route -> GOOD.contains(route.kind()))
                                .isPresent());
    }

    private Finding lost(Rule rule, Address address, Subject subject) {
        return finding(
                        subject.at(rule).marking(address.toString()),
                        "the node has no route to %s, where %s sends packets".formatted(address, rule.place()))
                .withHelp(
                        "see whether the Pod still exists, and whether the network plugin has set the routes of its node: ip route get "
                                + address);
    }
}
