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
import kubenat.model.match.Match;
import kubenat.model.match.SetMatch;

/** KN131: rules of kube-proxy's IPVS mode beside those of its iptables mode. */
final class IpvsRemains extends ChainCheck {

    IpvsRemains() {
        super("KN131", Level.ERROR, Interest.inNoHashed().withRules(1), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        ChainRole role = ChainRole.of(chain.name().name());
        if (role == ChainRole.NONE || !isIptablesMode(subject)) {
            return Stream.empty();
        }
        return role == ChainRole.IPVS
                ? Stream.of(remains(chain, subject))
                : chain.rules().stream().filter(IpvsRemains::asksSet).limit(1).map(rule -> remains(rule, subject));
    }

    private static boolean isIptablesMode(Subject subject) {
        return KubeChains.all(subject, ChainRole.SVC).findFirst().isPresent();
    }

    private static boolean asksSet(Rule rule) {
        for (Match match : rule.matches()) {
            if (match instanceof SetMatch set && set.set().startsWith("KUBE-")) {
                return true;
            }
        }
        return false;
    }

    private Finding remains(Chain chain, Subject subject) {
        boolean reached = !KubeChains.hooksOf(subject, chain.name()).isEmpty();
        Finding finding = finding(
                        subject.at(chain),
                        "%s is of kube-proxy's IPVS mode, but there are chains of its iptables mode, too%s"
                                .formatted(chain.name().name(), reached ? ", and packets come to both" : ""))
                .withHelp(help());
        return reached ? finding : finding.withLevel(Level.WARNING);
    }

    private Finding remains(Rule rule, Subject subject) {
        return finding(
                        subject.at(rule).marking("-m set"),
                        "%s asks for an ipset of kube-proxy's IPVS mode, but there are chains of its iptables mode, too"
                                .formatted(rule.chain().name()))
                .withHelp(help());
    }

    private static String help() {
        return "kube-proxy --cleanup on this node removes the rules of all modes; the kube-proxy that runs then writes its own again";
    }
}
