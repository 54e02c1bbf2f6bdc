package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.EntryKind;
import kubenat.kube.Owner;
import kubenat.kube.Question;
import kubenat.kube.ServiceTracer;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.Witness;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.target.DestinationNat;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;
import kubenat.trace.Verdict;

/** IPT021: FORWARD's policy drops what Services send to Pods. */
final class ForwardDrop extends Check {
    private static final int TRIED = 3;
    private static final List<SourceClass> FROM = List.of(SourceClass.POD, SourceClass.OUTSIDE);

    ForwardDrop() {
        super("IPT021", Level.WARNING, Need.NAT, Need.FILTER);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Optional<Chain> forward = subject.ruleset()
                .chain(new ChainName(TableName.FILTER, "FORWARD"))
                .filter(chain -> chain.policy().filter("DROP"::equals).isPresent());
        return forward.stream()
                .flatMap(chain -> questions(subject)
                        .flatMap(question -> dropped(question, chain, subject).stream())
                        .limit(1));
    }

    private static Stream<Question> questions(Subject subject) {
        return subject.services().all().stream()
                .filter(service ->
                        !service.endpoints().isEmpty() && service.protocol().isPresent())
                .flatMap(service -> service.entries(EntryKind.CLUSTER_IP).stream()
                        .filter(entry ->
                                entry.address().isPresent() && entry.refused().isEmpty())
                        .map(entry -> Question.to(
                                service.protocol().get(), entry.address().get(), entry.ports())))
                .limit(TRIED);
    }

    private Optional<Finding> dropped(Question question, Chain forward, Subject subject) {
        ServiceTracer tracer = new ServiceTracer(subject.ruleset(), subject.surroundings());
        for (SourceClass from : FROM) {
            List<Outcome> outcomes = tracer.trace(question.from(Set.of(from))).cases().stream()
                    .flatMap(each -> each.outcomes().stream())
                    .filter(Outcome::translated)
                    .toList();
            Optional<Outcome> lost =
                    outcomes.stream().filter(ForwardDrop::byPolicy).findFirst();
            if (lost.isPresent() && outcomes.stream().noneMatch(ForwardDrop::isLetThrough)) {
                return Optional.of(finding(lost.get(), new Witness(question, from), forward, subject));
            }
        }
        return Optional.empty();
    }

    private static boolean byPolicy(Outcome outcome) {
        return outcome.verdict() == Verdict.DROPPED
                && outcome.path().stream()
                        .anyMatch(step -> step.kind() == Step.Kind.POLICY
                                && step.hook() == Hook.FORWARD
                                && step.policy().equals("DROP"));
    }

    /** What goes to a bridge of Docker or libvirt is let through by their rules for their own sake. */
    private static boolean isLetThrough(Outcome outcome) {
        return outcome.verdict().isDelivered()
                && outcome.path().stream()
                        .filter(step -> step.hook() == Hook.FORWARD)
                        .flatMap(step -> step.rule().stream())
                        .map(Owner::of)
                        .noneMatch(owner -> owner == Owner.DOCKER || owner == Owner.LIBVIRT);
    }

    private Finding finding(Outcome lost, Witness witness, Chain forward, Subject subject) {
        Finding finding = finding(
                        subject.at(forward),
                        "the policy of FORWARD drops what Services send to Pods, such as %s".formatted(witness.words()))
                .withWitness(witness)
                .withHelp("let the network plugin accept the Pod network, or: %s -P FORWARD ACCEPT"
                        .formatted(Remedy.command(subject, forward.name())));
        Optional<Rule> nat = lost.path().stream()
                .flatMap(step -> step.rule().stream())
                .filter(rule -> rule.target() instanceof DestinationNat)
                .findFirst();
        return nat.map(rule -> finding.related(subject.at(rule), "sends it there"))
                .orElse(finding);
    }
}
