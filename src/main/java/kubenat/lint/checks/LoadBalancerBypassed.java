package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.trace.SourceClass;

/** KN148: packets from within to a load balancer's address never reach the load balancer. */
final class LoadBalancerBypassed extends Check {

    LoadBalancerBypassed() {
        super("KN148", Level.INFO, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Entry> bypassed = subject.names().entries().all().stream()
                .filter(entry -> entry.address().isPresent() && entry.chain().isPresent())
                .filter(entry -> entry.kind() == EntryKind.LOAD_BALANCER)
                .toList();
        return bypassed.isEmpty() ? Stream.empty() : Stream.of(bypassed(bypassed, subject));
    }

    private Finding bypassed(List<Entry> entries, Subject subject) {
        Entry first = entries.get(0);
        String more = entries.size() == 1 ? "" : " and %,d more".formatted(entries.size() - 1);
        Finding finding = finding(
                        subject.at(first.rule()),
                        "packets of Pods and of this node to the load balancer %s of %s%s go straight to endpoints"
                                .formatted(first.place(), KubeChains.label(first.rule()), more))
                .withHelp(
                        "where the load balancer ends TLS or speaks the PROXY protocol, let it say ipMode: Proxy (1.30 and later) or a host name in"
                                + " status.loadBalancer.ingress");
        return Witnesses.to(subject, first, SourceClass.NODE)
                .map(finding::withWitness)
                .orElse(finding);
    }
}
