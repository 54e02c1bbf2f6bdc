package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
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

/** KN120: rules of Services come after the jump to KUBE-NODEPORTS. */
final class NodePortsNotLast extends ChainCheck {

    NodePortsNotLast() {
        super("KN120", Level.ERROR, Interest.in(TableName.NAT, ChainRole.SERVICES), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        List<Rule> rules = chain.rules();
        Optional<Rule> jump = rules.stream()
                .filter(rule -> new RuleFields(rule).leadsTo() == ChainRole.NODEPORTS)
                .findFirst();
        List<Rule> after = jump.stream()
                .flatMap(first -> rules.subList(first.number(), rules.size()).stream())
                .filter(rule -> new RuleFields(rule).leadsTo().isOfService())
                .toList();
        return after.isEmpty() ? Stream.empty() : Stream.of(early(jump.get(), after, subject));
    }

    private Finding early(Rule jump, List<Rule> after, Subject subject) {
        String message =
                "the jump to KUBE-NODEPORTS comes before the rules of %s: what is sent to an address of this node and a NodePort's number never comes to them"
                        .formatted(after.size() == 1 ? "1 Service port" : "%,d Service ports".formatted(after.size()));
        return finding(subject.at(jump).marking("-j KUBE-NODEPORTS"), message)
                .related(subject.at(after.get(0)), "is the first rule after it, of " + KubeChains.label(after.get(0)))
                .withHelp(
                        "kube-proxy writes this rule last and puts it back at its next full sync; restart kube-proxy, and look for"
                                + " the program that adds rules to KUBE-SERVICES");
    }
}
