package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.RuleFields;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;
import kubenat.model.target.Drop;

/** KN122: NodePorts answer on 127.0.0.1, for which kube-proxy lets loopback addresses be routed. */
final class NodePortOnLoopback extends ChainCheck {
    private static final Address LOOPBACK = Address.parse("127.0.0.1");

    private static final List<ChainName> GUARDS =
            List.of(new ChainName(TableName.FILTER, "KUBE-FIREWALL"), new ChainName(TableName.FILTER, "INPUT"));

    NodePortOnLoopback() {
        super("KN122", Level.WARNING, Interest.in(TableName.NAT, ChainRole.SERVICES), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        boolean open = subject.ruleset().family() == Family.IPV4
                && subject.ruleset()
                        .chain(KubeChains.NODEPORTS)
                        .filter(ports -> ports.size() > 0)
                        .isPresent();
        return open
                ? KubeChains.nodePortJumps(chain).stream()
                        .filter(NodePortOnLoopback::takesLoopback)
                        .limit(1)
                        .map(rule -> onLoopback(rule, subject))
                : Stream.empty();
    }

    private static boolean takesLoopback(Rule rule) {
        return new RuleFields(rule)
                .destination()
                .map(destination -> destination.network().contains(LOOPBACK) != destination.negated())
                .orElse(true);
    }

    /** Whether it is so depends on route_localnet, which a dump does not show. */
    private Finding onLoopback(Rule rule, Subject subject) {
        boolean filter = subject.ruleset().table(TableName.FILTER).isPresent();
        String guard = filter && !isGuarded(subject)
                ? ", and no rule drops what neighbours send to loopback addresses (CVE-2020-8558)"
                : "";
        return finding(
                        subject.at(rule).marking("-j KUBE-NODEPORTS"),
                        "NodePorts answer on 127.0.0.1 too, if net.ipv4.conf.all.route_localnet is 1, as kube-proxy sets it"
                                + guard)
                .onlyPossible()
                .withHelp(
                        "--iptables-localhost-nodeports=false (iptables.localhostNodePorts) of kube-proxy 1.26 and later, or"
                                + " --nodeport-addresses without 127.0.0.0/8");
    }

    private static boolean isGuarded(Subject subject) {
        return GUARDS.stream()
                .flatMap(name -> KubeChains.rules(subject, name).stream())
                .anyMatch(NodePortOnLoopback::guards);
    }

    private static boolean guards(Rule rule) {
        RuleFields fields = new RuleFields(rule);
        return rule.target() instanceof Drop
                && fields.destination()
                        .filter(to -> !to.negated() && to.network().contains(LOOPBACK))
                        .isPresent()
                && fields.source()
                        .filter(from -> from.negated() && from.network().contains(LOOPBACK))
                        .isPresent();
    }
}
