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
import kubenat.lint.space.Box;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.packet.NumberSet;

/** IPT033: a rule of FORWARD asks for the port that packets had before nat rewrote it. */
final class PortAlreadyRewritten extends Check {
    PortAlreadyRewritten() {
        super("IPT033", Level.WARNING, Need.NAT, Need.FILTER);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Translation> nats = Translation.fromOutside(subject).stream()
                .filter(nat ->
                        nat.to().to().ports().isPresent() && nat.admission().exact())
                .toList();
        return nats.isEmpty()
                ? Stream.empty()
                : Translation.rulesFrom(Hook.FORWARD, subject).flatMap(rule -> late(rule, nats, subject).stream());
    }

    private Optional<Finding> late(Rule rule, List<Translation> nats, Subject subject) {
        Box asked = Admission.of(rule.matches(), subject.ruleset().family()).box();
        return asked.asksForPorts()
                ? nats.stream()
                        .filter(nat -> nat.sendsTo(asked.destinations())
                                && !nat.leadsTo(asked)
                                && nat.admission().box().coversTraffic(asked))
                        .findFirst()
                        .map(nat -> late(rule, nat, subject))
                : Optional.empty();
    }

    private Finding late(Rule rule, Translation nat, Subject subject) {
        return finding(
                        subject.at(rule),
                        "%s waits for packets %s, but %s has rewritten the port by then: what it sends to %s is not met"
                                .formatted(
                                        rule.place(),
                                        rule.words(),
                                        nat.rule().place(),
                                        nat.to().to()))
                .related(subject.at(nat.rule()), "rewrites the port before")
                .withHelp("ask for the port after translation, %s, or for -m conntrack --ctorigdstport"
                        .formatted(String.join(
                                ",", nat.to().to().ports().map(NumberSet::runs).orElse(List.of()))));
    }
}
