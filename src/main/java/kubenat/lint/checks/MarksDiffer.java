package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Rule;
import kubenat.model.match.MarkMatch;
import kubenat.model.match.Match;
import kubenat.model.target.MarkTarget;

/** KN105: the mark that KUBE-MARK-MASQ sets is not the one that KUBE-POSTROUTING looks for. */
final class MarksDiffer extends Check {

    MarksDiffer() {
        super("KN105", Level.ERROR, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Rule> sets = KubeChains.rules(subject, KubeChains.MARK_MASQ).stream()
                .filter(rule -> rule.target() instanceof MarkTarget)
                .toList();
        List<Rule> tests = KubeChains.rules(subject, KubeChains.POSTROUTING).stream()
                .filter(rule -> rule.matches().stream().anyMatch(MarkMatch.class::isInstance))
                .toList();
        boolean fit = sets.isEmpty()
                || tests.isEmpty()
                || tests.stream().anyMatch(test -> sets.stream().anyMatch(set -> fits(set, test)));
        return fit ? Stream.empty() : Stream.of(differ(sets.get(0), tests.get(0), subject));
    }

    private static boolean fits(Rule set, Rule test) {
        MarkTarget target = (MarkTarget) set.target();
        return test.matches().stream()
                .anyMatch(match -> match instanceof MarkMatch mark && (target.value() & mark.mask()) == mark.value());
    }

    private Finding differ(Rule set, Rule test, Subject subject) {
        Finding finding = finding(
                        subject.at(test).marking("--mark"),
                        "KUBE-MARK-MASQ sets the mark %s, but KUBE-POSTROUTING asks for %s: nothing is masqueraded"
                                .formatted(hex(((MarkTarget) set.target()).value()), hex(asked(test))))
                .related(subject.at(set), "sets the mark")
                .withHelp(
                        "both come from --iptables-masquerade-bit of kube-proxy and, up to 1.26, of the kubelet: give both the same,"
                                + " then restart kube-proxy");
        return subject.calls().to(KubeChains.MARK_MASQ).stream()
                .findFirst()
                .map(call -> Witnesses.to(finding, subject, call.from()))
                .orElse(finding);
    }

    private static int asked(Rule test) {
        for (Match match : test.matches()) {
            if (match instanceof MarkMatch mark) {
                return mark.value();
            }
        }
        return 0;
    }

    private static String hex(int bits) {
        return "0x" + Integer.toHexString(bits);
    }
}
