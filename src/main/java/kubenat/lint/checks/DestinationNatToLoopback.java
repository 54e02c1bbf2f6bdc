package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.target.DestinationNat;

/** IPT026: packets from other hosts are sent to a loopback address. */
final class DestinationNatToLoopback extends ChainCheck {
    private static final AddressSet LOOPBACK = AddressSet.of(Cidr.parse("127.0.0.0/8"));
    private static final AddressSet LOOPBACK_SIX = AddressSet.of(Cidr.parse("::1/128"));

    DestinationNatToLoopback() {
        super("IPT026", Level.WARNING, Interest.ALL.in(TableName.NAT).with(DestinationNat.class));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return chain.rules().stream()
                .filter(rule -> rule.target() instanceof DestinationNat nat && isLoopback(nat))
                .filter(rule -> Reaching.isFrom(Hook.PREROUTING, chain, subject))
                .map(rule -> loopback(rule, subject));
    }

    private static boolean isLoopback(DestinationNat nat) {
        return nat.to()
                .addresses()
                .filter(to -> LOOPBACK.containsAll(to) || LOOPBACK_SIX.containsAll(to))
                .isPresent();
    }

    private Finding loopback(Rule rule, Subject subject) {
        boolean four = subject.ruleset().family() == Family.IPV4;
        return finding(
                        subject.at(rule).marking("-j DNAT"),
                        four
                                ? "packets that come in are sent to a loopback address: the kernel drops them as martians, unless route_localnet lets every neighbour reach 127.0.0.0/8"
                                : "packets that come in are sent to ::1, where the kernel drops them")
                .withHelp("send them to an address of the node, or use -j REDIRECT");
    }
}
