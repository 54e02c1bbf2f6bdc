package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Masquerading;
import kubenat.kube.RuleFields;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.packet.Address;
import kubenat.model.target.DestinationNat;

/** KN112: an endpoint that reaches itself through its Service is not masqueraded. */
final class NoHairpinRule implements Check {

    @Override
    public String id() {
        return "KN112";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return KubeChains.role(chain) == ChainRole.SEP ? without(chain.rules(), subject).stream() : Stream.empty();
    }

    private Optional<Finding> without(List<Rule> rules, Subject subject) {
        for (Rule rule : rules) {
            if (Masquerading.isMark(rule)) {
                return Optional.empty();
            }
            if (rule.target() instanceof DestinationNat nat) {
                return nat.to()
                        .addresses()
                        .flatMap(addresses -> addresses.single())
                        .map(address -> without(rule, address, subject));
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
