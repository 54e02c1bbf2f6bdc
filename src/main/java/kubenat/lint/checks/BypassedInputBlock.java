package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.space.Admission;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.target.Drop;
import kubenat.model.target.Reject;

/** IPT028: a port is refused in INPUT, and nat has sent its packets elsewhere before. */
final class BypassedInputBlock extends Check {
    BypassedInputBlock() {
        super("IPT028", Level.ERROR, Need.NAT, Need.FILTER);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Translation> nats = Translation.fromOutside(subject);
        return nats.isEmpty()
                ? Stream.empty()
                : Translation.rulesFrom(Hook.INPUT, subject)
                        .filter(rule -> rule.target() instanceof Drop || rule.target() instanceof Reject)
                        .flatMap(rule -> bypassed(rule, nats, subject).stream());
    }

    private Optional<Finding> bypassed(Rule rule, List<Translation> nats, Subject subject) {
        Admission block = Admission.of(rule.matches(), subject.ruleset().family());
        if (!block.box().asksForPorts()) {
            return Optional.empty();
        }
        return nats.stream()
                .filter(nat -> nat.admission().box().asksForPorts()
                        && nat.admission().box().sameTraffic(block.box())
                        && !nat.leadsTo(block.box()))
                .findFirst()
                .map(nat -> finding(rule, nat, subject));
    }

    private Finding finding(Rule rule, Translation nat, Subject subject) {
        Finding finding = finding(
                        subject.at(rule),
                        "%s refuses %s, but %s sends such packets to %s before: the port is open"
                                .formatted(
                                        rule.place(),
                                        rule.words(),
                                        nat.rule().place(),
                                        nat.to().to()))
                .related(subject.at(nat.rule()), "takes them past INPUT, to FORWARD")
                .withHelp(
                        "refuse them in FORWARD (with Docker: in DOCKER-USER) by -m conntrack --ctorigdstport, or publish the port on 127.0.0.1");
        return nat.admission().exact() ? finding : finding.onlyPossible();
    }
}
