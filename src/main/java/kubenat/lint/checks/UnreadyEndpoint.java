package kubenat.lint.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.kube.Endpoint;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.cluster.EndpointAddress;
import kubenat.lint.cluster.Pair;
import kubenat.lint.cluster.Target;
import kubenat.model.packet.Share;

/** KN140: the rules send new clients to an endpoint that is not ready, or that ends. */
final class UnreadyEndpoint extends Check {

    UnreadyEndpoint() {
        super("KN140", Level.WARNING, Need.NAT, Need.SERVICES, Need.ENDPOINTS);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Pair> pairs = ApiPairs.of(subject);
        List<Finding> found =
                pairs.stream().flatMap(pair -> unready(pair, subject).stream()).toList();
        return OneCause.of(
                found,
                pairs.size(),
                () -> finding(
                                subject.at(KubeChains.SERVICES.table()),
                                "%,d of %,d Service ports send new clients to endpoints that %s has as not ready"
                                        .formatted(
                                                found.size(),
                                                pairs.size(),
                                                subject.evidence().api().source()))
                        .withHelp(
                                "take dump and listing at the same time; if they still differ, kube-proxy does not keep up: read its log"));
    }

    private Optional<Finding> unready(Pair pair, Subject subject) {
        Set<EndpointAddress> fine = fine(pair);
        Map<EndpointAddress, Endpoint> rules = ApiPairs.inRules(pair.service());
        List<Target> unready = rules.keySet().stream()
                .filter(address -> !fine.contains(address))
                .flatMap(address -> pair.port().at(address).stream())
                .toList();
        return unready.stream()
                .findFirst()
                .flatMap(first -> Optional.ofNullable(rules.get(first.at())))
                .map(first -> unready(pair, first, unready, rules, subject));
    }

    /** Those that end and still serve are a last resort, of all endpoints or of those on a node alone (1.26 and later). */
    private static Set<EndpointAddress> fine(Pair pair) {
        Stream<Target> local = pair.service().localEndpoints().isEmpty()
                ? Stream.empty()
                : pair.port().targets().stream()
                        .filter(target -> target.endpoint()
                                .node()
                                .map(node -> pair.port().wantedOn(node).contains(target))
                                .orElse(true));
        return Stream.of(
                        pair.port().wanted().stream(),
                        local,
                        // The same address may be in two slices while it moves from one to the other.
                        pair.port().targets().stream()
                                .filter(target -> target.endpoint().ready()))
                .flatMap(targets -> targets)
                .map(Target::at)
                .collect(Collectors.toSet());
    }

    private Finding unready(
            Pair pair, Endpoint first, List<Target> unready, Map<EndpointAddress, Endpoint> rules, Subject subject) {
        Share share = unready.stream()
                .flatMap(target -> Optional.ofNullable(rules.get(target.at())).stream())
                .map(Endpoint::share)
                .reduce(Share.NONE, Share::plus);
        boolean ends = unready.stream().allMatch(target -> target.endpoint().terminating());
        String state = ends ? "terminating" : "not ready";
        return finding(
                        ApiPairs.at(subject, first, pair.service()),
                        "%s sends %s of new clients to %s, which %s %s in %s"
                                .formatted(
                                        pair.service().label(),
                                        Percentage.of(share),
                                        ApiPairs.some(unready, Target::words),
                                        unready.size() == 1 ? "is" : "are",
                                        state,
                                        subject.evidence().api().source()))
                .related(ApiPairs.at(unready.get(0)), "says so")
                .withHelp(
                        "%s shows what holds now; if the rules stay as they are, kube-proxy does not keep up: read its log, restart it"
                                .formatted(ApiPairs.look(pair.service())));
    }
}
