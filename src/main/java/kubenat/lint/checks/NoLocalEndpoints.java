package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.kube.RuleFields;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.TableName;

/** KN118: a Service whose traffic policy is Local has no endpoint on this node. */
final class NoLocalEndpoints extends ChainCheck {

    NoLocalEndpoints() {
        super("KN118", Level.INFO, Interest.in(TableName.NAT, ChainRole.XLB), Need.NAT, Need.FILTER);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Map<Object, List<Entry>> refused = new LinkedHashMap<>();
        for (Entry entry : subject.names().entries().all()) {
            if (entry.refused().filter("has no local endpoints"::equals).isPresent()) {
                Object who = entry.name().isPresent() ? entry.name() : entry.place();
                refused.computeIfAbsent(who, none -> new ArrayList<>()).add(entry);
            }
        }
        return refused.values().stream().map(entries -> dropped(entries, subject));
    }

    /** Up to 1.23, packets are marked in nat and dropped by the mark in filter. */
    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return chain.rules().stream()
                .filter(rule -> new RuleFields(rule).leadsTo() == ChainRole.MARK_DROP)
                .map(rule -> marked(rule, subject));
    }

    private Finding dropped(List<Entry> entries, Subject subject) {
        Entry first = entries.get(0);
        String more = entries.size() == 1 ? "" : " and %,d more".formatted(entries.size() - 1);
        boolean inside = first.kind() == EntryKind.CLUSTER_IP;
        Finding finding = finding(
                        subject.at(first.rule()),
                        "%s has no endpoint on this node and the %s Local: packets %s to %s%s are dropped here"
                                .formatted(
                                        KubeChains.label(first.rule()),
                                        inside ? "internalTrafficPolicy" : "externalTrafficPolicy",
                                        inside ? "from this node and its Pods" : "from outside",
                                        first.place(),
                                        more))
                .withHelp(help(inside));
        return Witnesses.to(subject, first).map(finding::withWitness).orElse(finding);
    }

    private Finding marked(Rule rule, Subject subject) {
        Finding finding = finding(
                        subject.at(rule).marking("-j KUBE-MARK-DROP"),
                        "%s has no endpoint on this node and the externalTrafficPolicy Local: packets from outside are dropped here"
                                .formatted(KubeChains.label(subject, rule.chain())))
                .withHelp(help(false));
        return Witnesses.to(finding, subject, rule.chain());
    }

    private static String help(boolean inside) {
        return inside
                ? "run an endpoint on each node (a DaemonSet), or set internalTrafficPolicy: Cluster"
                : "send clients to nodes with an endpoint (healthCheckNodePort tells load balancers which), or set externalTrafficPolicy: Cluster;"
                        + " if there is an endpoint on this node, compare kube-proxy's --hostname-override with the node's name";
    }
}
