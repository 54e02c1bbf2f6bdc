package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.kube.RuleFields;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.trace.SourceClass;

/** KN101: packets do not come to KUBE-SERVICES from PREROUTING or OUTPUT. */
final class ServicesNotCalled extends Check {
    private record Way(Hook hook, SourceClass from, String whose) {}

    private static final List<Way> WAYS = List.of(
            new Way(Hook.PREROUTING, SourceClass.OUTSIDE, "packets from outside and from Pods"),
            new Way(Hook.OUTPUT, SourceClass.NODE, "packets of this node's own processes"));

    ServicesNotCalled() {
        super("KN101", Level.ERROR, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Optional<Chain> services = subject.ruleset().chain(KubeChains.SERVICES);
        return services.filter(ServicesNotCalled::hasServices).stream().flatMap(chain -> missing(chain, subject));
    }

    /** An empty KUBE-SERVICES is all that a kube-proxy in another mode may leave. */
    private static boolean hasServices(Chain services) {
        return services.rules().stream().anyMatch(ServicesNotCalled::leadsToService);
    }

    private static boolean leadsToService(Rule rule) {
        ChainRole role = new RuleFields(rule).leadsTo();
        return role.isOfService() || role == ChainRole.NODEPORTS;
    }

    private Stream<Finding> missing(Chain services, Subject subject) {
        Set<String> hooks = KubeChains.hooksOf(subject, services.name());
        return WAYS.stream()
                .filter(way -> !hooks.contains(way.hook().name()))
                .flatMap(
                        way -> subject.ruleset().chain(KubeChains.nat(way.hook().name())).stream()
                                .map(chain -> missing(way, chain, services, subject)))
                .flatMap(finding -> Wholeness.judge(subject, TableName.NAT, finding).stream());
    }

    private Finding missing(Way way, Chain hook, Chain services, Subject subject) {
        String name = way.hook().name();
        Finding finding = finding(
                        subject.at(hook),
                        "%s does not lead to KUBE-SERVICES: %s reach no Service".formatted(name, way.whose()))
                .related(subject.at(services), "has the rules of all Services")
                .withHelp(
                        "kube-proxy puts the rule back at its next full sync, so look whether it runs and what removes it;"
                                + " by hand: iptables -t nat -I %s -m comment --comment \"kubernetes service portals\" -j KUBE-SERVICES"
                                        .formatted(name));
        return subject.names().entries().all().stream()
                .filter(entry -> entry.address().isPresent() && entry.chain().isPresent())
                .flatMap((Entry entry) -> Witnesses.to(subject, entry, way.from()).stream())
                .findFirst()
                .map(finding::withWitness)
                .orElse(finding);
    }
}
