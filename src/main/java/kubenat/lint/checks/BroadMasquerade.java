package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.kube.Owner;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Rule;

/** IPT022: clients from outside are masqueraded on their way to Pods. */
final class BroadMasquerade extends Check {
    BroadMasquerade() {
        super("IPT022", Level.WARNING, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return PodTraffic.of(subject).stream()
                .flatMap(pods ->
                        pods.fromOutside().masquerading(subject).stream().map(rule -> broad(rule, pods, subject)));
    }

    private Finding broad(Rule rule, PodTraffic pods, Subject subject) {
        Finding finding = finding(
                        subject.at(rule).marking("-j " + rule.target().name()),
                        "%s hides the addresses of clients from Pods: it rewrites what comes to %s from elsewhere"
                                .formatted(rule.place(), pods.words()))
                .withHelp("let it leave out what goes to Pods: ! -d " + pods.words());
        return Owner.of(rule) == Owner.FLANNEL ? finding.withLevel(Level.INFO) : finding;
    }
}
