package kubenat.lint.checks;

import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Masquerading;
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
import kubenat.model.target.DestinationNat;

/** KN112: an endpoint that reaches itself through its Service is not masqueraded. */
final class NoHairpinRule extends ChainCheck {

    NoHairpinRule() {
        super("KN112", Level.WARNING, Interest.in(TableName.NAT, ChainRole.SEP), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return without(chain, subject).stream();
    }

    private Optional<Finding> without(Chain chain, Subject subject) {
        for (Rule rule : chain.rules()) {
            if (Masquerading.isMark(rule)) {
                return Optional.empty();
            }
            if (rule.target() instanceof DestinationNat nat) {
                return nat.to()
                        .addresses()
                        .flatMap(addresses -> addresses.single())
                        .map(address -> Wholeness.doubt(subject, chain, without(rule, address, subject)));
            }
        }
        return Optional.empty();
    }

    private Finding without(Rule rule, Address address, Subject subject) {
        String chain = rule.chain().name();
        Finding finding = finding(
                        subject.at(rule).marking("-j DNAT"),
                        "%s has no rule that masquerades %s: that endpoint cannot reach itself through %s"
                                .formatted(chain, address, service(rule)))
                .withHelp(
                        "iptables -t nat -I %s -s %s -j KUBE-MARK-MASQ; kube-proxy writes such a rule for each endpoint, so find"
                                        .formatted(chain, address)
                                + " out what took it away");
        return Witnesses.toEndpoint(finding, subject, rule.chain());
    }

    private static String service(Rule rule) {
        return new RuleFields(rule)
                .comment()
                .map(comment -> comment.name().toString())
                .orElse("its Service");
    }
}
