package kubenat.lint.checks;

import java.util.Optional;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.Match;
import kubenat.model.match.SourceAddress;
import kubenat.model.packet.Family;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.SourceNat;

/** IPT016: an IPv6 address in a table of IPv4, or the other way round. */
final class WrongFamily extends ChainCheck {
    WrongFamily() {
        super(
                "IPT016",
                Level.ERROR,
                Interest.ALL.with(
                        SourceAddress.class, DestinationAddress.class, DestinationNat.class, SourceNat.class));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        Family family = subject.ruleset().family();
        return chain.rules().stream()
                .flatMap(rule -> stranger(rule, family).map(text -> wrong(rule, text, subject)).stream());
    }

    private static Optional<String> stranger(Rule rule, Family family) {
        for (Match match : rule.matches()) {
            if (match instanceof SourceAddress from && from.network().address().family() != family) {
                return Optional.of(from.network().toString());
            }
            if (match instanceof DestinationAddress to && to.network().address().family() != family) {
                return Optional.of(to.network().toString());
            }
        }
        if (rule.target() instanceof DestinationNat nat) {
            return nat.to()
                    .addresses()
                    .filter(set -> set.family() != family)
                    .map(set -> nat.to().toString());
        }
        return rule.target() instanceof SourceNat nat
                ? nat.to()
                        .addresses()
                        .filter(set -> set.family() != family)
                        .map(set -> nat.to().toString())
                : Optional.empty();
    }

    private Finding wrong(Rule rule, String text, Subject subject) {
        boolean six = subject.ruleset().family() == Family.IPV4;
        return finding(
                        subject.at(rule).marking(text),
                        "%s is an address of %s in a table of %s"
                                .formatted(text, six ? "IPv6" : "IPv4", six ? "IPv4" : "IPv6"))
                .withHelp("%s refuses the whole restore for it; give the rule to %s"
                        .formatted(
                                six ? "iptables-restore" : "ip6tables-restore",
                                six ? "ip6tables-restore" : "iptables-restore"));
    }
}
