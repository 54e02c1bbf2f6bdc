package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.match.ConnectionStateMatch;
import kubenat.model.packet.ConnectionState;
import kubenat.model.target.Drop;

/** KN134: packets that belong to no connection are not dropped. */
final class InvalidNotDropped extends ChainCheck {
    InvalidNotDropped() {
        super(
                "KN134",
                Level.INFO,
                Interest.in(TableName.FILTER, ChainRole.FORWARD).withRules(1),
                Need.FILTER);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return chain.rules().stream().noneMatch(InvalidNotDropped::dropsInvalid)
                ? Stream.of(kept(chain, subject))
                : Stream.empty();
    }

    private static boolean dropsInvalid(Rule rule) {
        return rule.target() instanceof Drop
                && rule.matches().stream()
                        .anyMatch(match -> match instanceof ConnectionStateMatch states
                                && !states.negated()
                                && states.states().contains(ConnectionState.INVALID));
    }

    private Finding kept(Chain chain, Subject subject) {
        return finding(
                        subject.at(chain),
                        "KUBE-FORWARD does not drop packets that belong to no connection: an answer that comes late is not translated back, and the client resets the connection")
                .withHelp(
                        "kube-proxy 1.15 and later writes the rule unless conntrack is liberal (--conntrack-tcp-be-liberal, nf_conntrack_tcp_be_liberal=1)");
    }
}
