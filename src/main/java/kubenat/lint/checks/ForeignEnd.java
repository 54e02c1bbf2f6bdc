package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Rule;

/** IPT031: one owner's rule ends what another owner's chain is there for. */
final class ForeignEnd extends Check {
    ForeignEnd() {
        super("IPT031", Level.WARNING, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return PodTraffic.of(subject).stream()
                .flatMap(pods -> pods.amongPods().endedBefore("KUBE-POSTROUTING", subject).stream()
                        .map(end -> ended(end, pods, subject)));
    }

    private Finding ended(PodTraffic.End end, PodTraffic pods, Subject subject) {
        Rule by = end.by();
        return finding(
                        subject.at(by),
                        "what Pods in %s send to each other never comes to kube-proxy's rule %d: rule %d of %s %s before"
                                .formatted(
                                        pods.words(),
                                        end.jump().number(),
                                        by.number(),
                                        by.chain().name(),
                                        Shadowing.takes(by)))
                .related(
                        subject.at(end.jump()),
                        "comes too late: a Pod that reaches itself by a Service is not masqueraded")
                .withHelp("put the jump to KUBE-POSTROUTING first; kube-proxy does so when it starts: restart it");
    }
}
