package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.packet.InterfaceAddress;

/** KN121: on which addresses NodePorts answer. */
final class NodePortAddresses extends ChainCheck {

    NodePortAddresses() {
        super("KN121", Level.INFO, Interest.in(TableName.NAT, ChainRole.SERVICES), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        boolean open = subject.ruleset()
                .chain(KubeChains.NODEPORTS)
                .filter(ports -> ports.size() > 0)
                .isPresent();
        if (!open) {
            return Stream.empty();
        }
        List<Rule> jumps = KubeChains.nodePortJumps(chain);
        return jumps.isEmpty() ? Stream.empty() : Stream.of(answering(jumps, subject));
    }

    private Finding answering(List<Rule> jumps, Subject subject) {
        boolean limited = jumps.stream().allMatch(rule -> destination(rule).isPresent());
        String where = limited
                ? jumps.stream().flatMap(rule -> destination(rule).stream()).collect(Collectors.joining(", ")) + " only"
                : "every address of this node" + addresses(subject);
        Finding finding =
                finding(subject.at(jumps.get(0)).marking("-j KUBE-NODEPORTS"), "NodePorts answer on " + where);
        return finding.withHelp(
                limited
                        ? "kube-proxy was told so by --nodeport-addresses; other addresses of the node do not answer"
                        : "--nodeport-addresses (nodePortAddresses) of kube-proxy restricts it to the addresses of some networks");
    }

    private static Optional<String> destination(Rule rule) {
        return new RuleFields(rule)
                .destination()
                .filter(destination -> !destination.negated())
                .map(destination -> destination.network().toString());
    }

    private static String addresses(Subject subject) {
        String known = subject.surroundings().routing().addresses().stream()
                .filter(each -> !each.device().equals("lo"))
                .map(InterfaceAddress::address)
                .filter(address -> address.family() == subject.ruleset().family())
                .map(Address::toString)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : ": " + known;
    }
}
