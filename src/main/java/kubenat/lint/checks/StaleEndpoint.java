package kubenat.lint.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Endpoint;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.cluster.EndpointAddress;
import kubenat.lint.cluster.Pair;
import kubenat.model.packet.Share;

/** KN136: the rules send clients to an address that is no endpoint of the Service. */
final class StaleEndpoint extends Check {

    StaleEndpoint() {
        super("KN136", Level.ERROR, Need.NAT, Need.SERVICES, Need.ENDPOINTS);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Pair> pairs = ApiPairs.of(subject);
        List<Finding> found =
                pairs.stream().flatMap(pair -> stale(pair, subject).stream()).toList();
        return OneCause.of(found, pairs.size(), () -> sum(found.size(), pairs.size(), subject));
    }

    private Optional<Finding> stale(Pair pair, Subject subject) {
        Map<EndpointAddress, Endpoint> rules = ApiPairs.inRules(pair.service());
        List<EndpointAddress> stale = rules.keySet().stream()
                .filter(address -> pair.port().targets().stream()
                        .noneMatch(target -> target.at().address().equals(address.address())))
                .toList();
        return stale.isEmpty() ? Optional.empty() : Optional.of(stale(pair, stale, rules, subject));
    }

    private Finding stale(
            Pair pair, List<EndpointAddress> stale, Map<EndpointAddress, Endpoint> rules, Subject subject) {
        Endpoint first = Optional.ofNullable(rules.get(stale.get(0))).orElseThrow();
        Share share = stale.stream()
                .flatMap(address -> Optional.ofNullable(rules.get(address)).stream())
                .map(Endpoint::share)
                .reduce(Share.NONE, Share::plus);
        Finding finding = finding(
                        ApiPairs.at(subject, first, pair.service()),
                        "%s sends %s of new clients to %s, which %s in no EndpointSlice of %s"
                                .formatted(
                                        pair.service().label(),
                                        Percentage.of(share),
                                        ApiPairs.some(stale, EndpointAddress::toString),
                                        stale.size() == 1 ? "is" : "are",
                                        subject.evidence().api().source()))
                .withHelp(
                        "%s shows what there is now; if the rules stay as they are, restart kube-proxy here and read its log"
                                .formatted(ApiPairs.look(pair.service())));
        return Wholeness.doubt(subject, finding);
    }

    private Finding sum(int stale, int all, Subject subject) {
        return finding(
                        subject.at(KubeChains.SERVICES.table()),
                        "%,d of %,d Service ports have endpoints in the rules that %s does not have: one of the two is old"
                                .formatted(stale, all, subject.evidence().api().source()))
                .withHelp(
                        "take dump and listing at the same time; if they still differ, kube-proxy does not keep up: read its log");
    }
}
