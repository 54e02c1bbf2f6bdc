package kubenat.lint.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.kube.Owner;
import kubenat.kube.ServiceTracer;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.Witness;
import kubenat.model.Rule;
import kubenat.trace.SourceClass;

/** KN124: a rule of somebody else rewrites the destination of a Service's packets before kube-proxy's rules see them. */
final class ServiceTakenBefore extends Check {
    /** Of the entries that a rule may take as many are followed until one is found that it takes. */
    private static final int MOST_FOLLOWED = 4;

    private static final Map<String, SourceClass> HOOKS =
            Map.of("PREROUTING", SourceClass.OUTSIDE, "OUTPUT", SourceClass.NODE);

    ServiceTakenBefore() {
        super("KN124", Level.ERROR, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Map<Rule, Finding> found = new LinkedHashMap<>();
        for (String hook : List.of("PREROUTING", "OUTPUT")) {
            SourceClass from = Optional.ofNullable(HOOKS.get(hook)).orElseThrow();
            for (EarlyTranslation early : EarlyTranslation.in(subject, KubeChains.nat(hook))) {
                if (!found.containsKey(early.rule())) {
                    taken(early, from, subject).ifPresent(finding -> found.put(early.rule(), finding));
                }
            }
        }
        return found.values().stream();
    }

    private Optional<Finding> taken(EarlyTranslation early, SourceClass from, Subject subject) {
        List<Entry> entries = subject.names().entries().all().stream()
                .filter(entry -> entry.chain().isPresent() && early.mayTake(entry))
                .toList();
        return entries.stream()
                .limit(MOST_FOLLOWED)
                .flatMap(entry -> taken(early, entry, entries.size() - 1, from, subject).stream())
                .findFirst();
    }

    private Optional<Finding> taken(
            EarlyTranslation early, Entry entry, int others, SourceClass from, Subject subject) {
        return Witnesses.to(subject, entry, from)
                .filter(witness -> meets(witness, early.rule(), subject))
                .map(witness -> taken(early, entry, others, subject).withWitness(witness))
                .map(finding -> early.isPlain() ? finding : finding.onlyPossible());
    }

    private static boolean meets(Witness witness, Rule rule, Subject subject) {
        return new ServiceTracer(subject.ruleset(), subject.surroundings())
                .trace(witness.question().from(Set.of(witness.from()))).cases().stream()
                        .flatMap(each -> each.outcomes().stream())
                        .flatMap(outcome -> outcome.path().stream())
                        .anyMatch(step -> step.rule().filter(rule::equals).isPresent());
    }

    private Finding taken(EarlyTranslation early, Entry entry, int others, Subject subject) {
        Rule rule = early.rule();
        Owner owner = Owner.of(rule);
        String what = entry.kind() == EntryKind.NODE_PORT ? "the NodePort " + entry.ports() : entry.place();
        String more = others == 0 ? "" : " and %,d more".formatted(others);
        String who = owner == Owner.UNKNOWN ? "a rule" : "a rule of " + owner;
        return finding(
                        subject.at(rule).marking("-j " + rule.target().name()),
                        "%s takes the packets of %s for %s/%s%s before KUBE-SERVICES: %s"
                                .formatted(
                                        who,
                                        KubeChains.label(entry.rule()),
                                        what,
                                        entry.protocol().map(Object::toString).orElse(""),
                                        more,
                                        rule.target().words()))
                .related(subject.at(early.path().get(0)), "comes before the jump to KUBE-SERVICES")
                .related(subject.at(entry.rule()), "is the Service's rule")
                .withHelp(
                        "use another port for one of the two, restrict the rule with -d, or let it come after KUBE-SERVICES");
    }
}
