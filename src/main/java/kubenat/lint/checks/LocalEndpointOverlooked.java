package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.cluster.Pair;
import kubenat.lint.cluster.Target;

/** KN119: the rules know no endpoint on this node, and the API has one here. */
final class LocalEndpointOverlooked extends Check {

    LocalEndpointOverlooked() {
        super("KN119", Level.ERROR, Need.NAT, Need.SERVICES, Need.ENDPOINTS, Need.NODE_NAME);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Pair> pairs = ApiPairs.of(subject);
        List<Finding> found = subject.comparison().node().stream()
                .flatMap(node -> pairs.stream().flatMap(pair -> overlooked(pair, node, subject).stream()))
                .toList();
        return OneCause.of(
                found,
                found.size(),
                () -> finding(
                                found.get(0).place(),
                                "%,d Service ports are said to have no endpoint on this node, and %s has some on %s: kube-proxy takes this node for another"
                                        .formatted(
                                                found.size(),
                                                subject.evidence().api().source(),
                                                subject.comparison().node().orElse("")))
                        .withHelp(help()));
    }

    private Optional<Finding> overlooked(Pair pair, String node, Subject subject) {
        Service service = pair.service();
        List<Target> here = pair.port().readyOn(node);
        boolean none = service.localEndpoints().filter(List::isEmpty).isPresent();
        Optional<ServiceEntry> refused = service.entries().stream()
                .filter(entry ->
                        entry.refused().filter("has no local endpoints"::equals).isPresent())
                .findFirst();
        return refused.filter(entry -> none && !here.isEmpty())
                .map(entry -> finding(
                                subject.at(entry.rule()),
                                "%s is said to have no endpoint on this node, but %s has %s on %s"
                                        .formatted(
                                                service.label(),
                                                subject.evidence().api().source(),
                                                ApiPairs.some(here, Target::words),
                                                node))
                        .related(ApiPairs.at(here.get(0)), "has it")
                        .withHelp(help()));
    }

    private static String help() {
        return "compare kube-proxy's --hostname-override (hostnameOverride in its configuration), or the host name, with the"
                + " node's name in kubectl get nodes";
    }
}
