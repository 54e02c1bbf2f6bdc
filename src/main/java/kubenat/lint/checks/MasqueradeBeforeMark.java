package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Rule;

/** IPT024: Service traffic is caught by another MASQUERADE before the one for marked packets. */
final class MasqueradeBeforeMark extends Check {
    MasqueradeBeforeMark() {
        super("IPT024", Level.WARNING, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return PodTraffic.of(subject).stream()
                .flatMap(pods -> pods.amongPods().masqueradingBefore("KUBE-POSTROUTING", subject).stream()
                        .map(rule -> before(rule, pods, subject)));
    }

    private Finding before(Rule rule, PodTraffic pods, Subject subject) {
        return finding(
                        subject.at(rule).marking("-j " + rule.target().name()),
                        "%s rewrites the source of what Pods send to Pods in %s, before KUBE-POSTROUTING can tell which of it is marked"
                                .formatted(rule.place(), pods.words()))
                .withHelp("put the jump to KUBE-POSTROUTING first, or let the rule leave out what goes to Pods: ! -d "
                        + pods.words());
    }
}
