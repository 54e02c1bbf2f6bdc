package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.graph.Handover;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;

/** IPT010: a built-in chain leads to the same chain by the same rule more than once. */
final class RepeatedJump extends ChainCheck {

    RepeatedJump() {
        super("IPT010", Level.ERROR, Interest.inNoHashed().withRules(2));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return Remedy.isBuiltIn(chain)
                ? Repeats.in(chain).stream()
                        .flatMap(group -> Handover.of(group.get(0)).map(to -> repeated(group, to, subject)).stream())
                : Stream.empty();
    }

    private Finding repeated(List<Rule> group, Handover first, Subject subject) {
        Rule last = group.get(group.size() - 1);
        return finding(
                        subject.at(group.get(1)).marking("-j " + first.to().name()),
                        "%s jumps to %s %s by the same rule"
                                .formatted(
                                        first.from().name(),
                                        first.to().name(),
                                        group.size() == 2 ? "twice" : "%,d times".formatted(group.size())))
                .related(subject.at(group.get(0)), "is the first of them")
                .withHelp("remove all but the first, the last first: " + Remedy.delete(subject, last));
    }
}
