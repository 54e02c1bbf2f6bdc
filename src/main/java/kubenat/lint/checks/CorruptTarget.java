package kubenat.lint.checks;

import java.util.Set;
import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Target;
import kubenat.model.target.UnreadableTarget;

/** IPT014: a NAT target whose text cannot be what the kernel has. */
final class CorruptTarget extends ChainCheck {
    CorruptTarget() {
        super("IPT014", Level.ERROR, Interest.ALL.with(DestinationNat.class, UnreadableTarget.class));
    }

    @Override
    public Set<String> replaces() {
        return Set.of("SYN003", "SYN004", "SYN005", "SYN006");
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return chain.rules().stream()
                .filter(rule -> isCorrupt(rule.target()) && !rule.text().contains("[unsupported revision]"))
                .map(rule -> corrupt(rule, subject));
    }

    private static boolean isCorrupt(Target target) {
        if (target instanceof DestinationNat nat) {
            return nat.to()
                    .addresses()
                    .flatMap(AddressSet::single)
                    .filter(CorruptTarget::isUnspecified)
                    .isPresent();
        }
        return target instanceof UnreadableTarget unreadable
                && (unreadable.name().equals("DNAT") || unreadable.name().equals("SNAT"));
    }

    private static boolean isUnspecified(Address address) {
        return address.high() == 0 && address.low() == 0;
    }

    private Finding corrupt(Rule rule, Subject subject) {
        String why = rule.target() instanceof UnreadableTarget unreadable
                ? unreadable.why()
                : "0 is no address that packets can be sent to";
        return finding(
                        subject.at(rule).marking("-j " + rule.target().name()),
                        "the target %s is garbled: %s".formatted(rule.target().name(), why))
                .withHelp(
                        "another version of iptables wrote the rule; take the dump with that one, and do not restore this one");
    }
}
