package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Endpoint;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.cluster.EndpointAddress;
import kubenat.lint.cluster.Pair;
import kubenat.lint.cluster.Target;
import kubenat.model.Chain;

/** KN137: the rules lack an endpoint that is ready. */
final class MissingEndpoint extends Check {

    MissingEndpoint() {
        super("KN137", Level.ERROR, Need.NAT, Need.SERVICES, Need.ENDPOINTS);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Pair> pairs = ApiPairs.of(subject);
        List<Finding> found =
                pairs.stream().flatMap(pair -> missing(pair, subject)).toList();
        return OneCause.of(found, pairs.size(), () -> sum(found.size(), pairs.size(), subject));
    }

    private Stream<Finding> missing(Pair pair, Subject subject) {
        Optional<Finding> anywhere = everywhere(pair, subject);
        return anywhere.or(() -> onNode(pair, subject)).stream();
    }

    /** Where some endpoints are for some zones or nodes, each node rightly has its own choice. */
    private Optional<Finding> everywhere(Pair pair, Subject subject) {
        Service service = pair.service();
        boolean shown = !service.endpoints().isEmpty() || refused(service).isPresent() || isEmpty(service, subject);
        return shown && !pair.port().isHinted()
                ? missing(pair, service.endpoints(), pair.port().ready(), "", subject)
                : Optional.empty();
    }

    /** That the list of this node's endpoints is empty is another check's. */
    private Optional<Finding> onNode(Pair pair, Subject subject) {
        return subject.comparison()
                .node()
                .flatMap(node -> pair.service()
                        .localEndpoints()
                        .filter(list -> !list.isEmpty())
                        .flatMap(list ->
                                missing(pair, list, pair.port().readyOn(node), " on this node, " + node, subject)));
    }

    private static Optional<ServiceEntry> refused(Service service) {
        return service.entries().stream()
                .filter(entry ->
                        entry.refused().filter("has no endpoints"::equals).isPresent())
                .findFirst();
    }

    /** Whether the chain that chooses among all endpoints is there and has no rule. */
    private static boolean isEmpty(Service service, Subject subject) {
        return service.chain()
                .flatMap(ChainRole::letters)
                .map(ChainRole.SVC::chain)
                .flatMap(name -> subject.ruleset().chain(KubeChains.nat(name)))
                .filter(Chain::declared)
                .filter(chain -> chain.size() == 0)
                .isPresent();
    }

    private Optional<Finding> missing(
            Pair pair, List<Endpoint> rules, List<Target> wanted, String where, Subject subject) {
        if (!ApiPairs.areRead(rules)) {
            return Optional.empty();
        }
        Set<EndpointAddress> known = ApiPairs.inRules(pair.service()).keySet();
        Set<EndpointAddress> listed = ApiPairs.addresses(rules);
        List<Target> missing = wanted.stream()
                .filter(target -> !listed.contains(target.at()) && !isAtAnotherPort(target, known))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing(pair, missing, wanted.size(), where, subject));
    }

    /** That is another check's, too. */
    private static boolean isAtAnotherPort(Target target, Set<EndpointAddress> known) {
        return known.stream()
                .anyMatch(address -> address.address().equals(target.at().address()) && !address.equals(target.at()));
    }

    private Finding missing(Pair pair, List<Target> missing, int wanted, String where, Subject subject) {
        Service service = pair.service();
        Optional<ServiceEntry> refused = refused(service);
        String what = refused.isPresent() && missing.size() == wanted
                ? "%s is refused as without endpoints, but %s has %,d ready%s: %s"
                        .formatted(
                                service.label(),
                                subject.evidence().api().source(),
                                wanted,
                                where,
                                ApiPairs.some(missing, Target::words))
                : "%s gets no packets to %,d of its %,d ready endpoints%s: %s"
                        .formatted(
                                service.label(), missing.size(), wanted, where, ApiPairs.some(missing, Target::words));
        Finding finding = finding(
                        refused.map(entry -> subject.at(entry.rule())).orElseGet(() -> ApiPairs.at(subject, service)),
                        what)
                .related(ApiPairs.at(missing.get(0)), "has it")
                .withHelp(
                        "%s shows what there is now; if the rules stay as they are, restart kube-proxy here and read its log"
                                .formatted(ApiPairs.look(service)));
        return Wholeness.doubt(subject, finding);
    }

    private Finding sum(int missing, int all, Subject subject) {
        return finding(
                        subject.at(KubeChains.SERVICES.table()),
                        "%,d of %,d Service ports lack endpoints that are ready in %s: one of the two is old"
                                .formatted(
                                        missing, all, subject.evidence().api().source()))
                .withHelp(
                        "take dump and listing at the same time; if they still differ, kube-proxy does not keep up: read its log");
    }
}
