package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import kubenat.lint.cluster.Target;

/** KN139: an endpoint has another port in the rules than in its EndpointSlice. */
final class OtherTargetPort extends Check {

    OtherTargetPort() {
        super("KN139", Level.WARNING, Need.NAT, Need.SERVICES, Need.ENDPOINTS);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Pair> pairs = ApiPairs.of(subject);
        List<Finding> found =
                pairs.stream().flatMap(pair -> moved(pair, subject).stream()).toList();
        return OneCause.of(
                found,
                pairs.size(),
                () -> finding(
                                subject.at(KubeChains.SERVICES.table()),
                                "%,d of %,d Service ports have endpoints at other ports than in %s"
                                        .formatted(
                                                found.size(),
                                                pairs.size(),
                                                subject.evidence().api().source()))
                        .withHelp(
                                "take dump and listing at the same time; if they still differ, kube-proxy does not keep up: read its log"));
    }

    private Optional<Finding> moved(Pair pair, Subject subject) {
        Map<EndpointAddress, Endpoint> rules = ApiPairs.inRules(pair.service());
        Map<EndpointAddress, Target> moved = new LinkedHashMap<>();
        rules.keySet().stream()
                .filter(address -> pair.port().at(address).isEmpty())
                .forEach(address -> pair.port().targets().stream()
                        .filter(target -> target.at().address().equals(address.address()))
                        .findFirst()
                        .ifPresent(target -> moved.put(address, target)));
        return moved.keySet().stream()
                .findFirst()
                .flatMap(first -> Optional.ofNullable(rules.get(first)))
                .map(first -> moved(pair, first, moved, subject));
    }

    private Finding moved(Pair pair, Endpoint first, Map<EndpointAddress, Target> moved, Subject subject) {
        Map.Entry<EndpointAddress, Target> one = moved.entrySet().iterator().next();
        String more = moved.size() == 1
                ? ""
                : "; likewise %s"
                        .formatted(ApiPairs.some(
                                new ArrayList<>(moved.keySet()).subList(1, moved.size()),
                                a -> a.address().toString()));
        return finding(
                        ApiPairs.at(subject, first, pair.service()),
                        "%s sends packets to %s, but %s listens at port %d%s"
                                .formatted(
                                        pair.service().label(),
                                        one.getKey(),
                                        one.getValue().endpoint().target().orElse("that endpoint"),
                                        one.getValue().at().port(),
                                        more))
                .related(ApiPairs.at(one.getValue()), "says so")
                .withHelp(
                        "look at targetPort of the Service and at the Pods' port of that name (kubectl -n %s get service %s -o yaml);"
                                        .formatted(
                                                pair.port().service().namespace(),
                                                pair.port().service().name())
                                + " if they are right, restart kube-proxy here");
    }
}
