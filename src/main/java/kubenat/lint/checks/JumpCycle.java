package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.graph.Cycle;
import kubenat.graph.Handover;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;

/** IPT003: chains that lead to each other in a circle. */
final class JumpCycle extends Check {

    /** Rules of a circle that are pointed at; the line with its words has the beginning of it, too. */
    private static final int MOST_SHOWN = 64;

    JumpCycle() {
        super("IPT003", Level.ERROR);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return subject.calls().hasCircle()
                ? subject.graph().cycles().map(cycle -> cycle(cycle, subject))
                : Stream.empty();
    }

    private Finding cycle(Cycle cycle, Subject subject) {
        Handover closing = cycle.closing();
        Finding finding = finding(
                        subject.at(closing.rule()).marking(closing.to().name()), "the rules lead in a circle: " + cycle)
                .withHelp("the kernel refuses such rules, so the dump was edited or joined; remove one of these jumps");
        List<Handover> shown = cycle.handovers();
        for (Handover other : shown.subList(0, Math.min(MOST_SHOWN, shown.size()))) {
            if (!other.equals(closing)) {
                finding = finding.related(
                        subject.at(other.rule()), "leads to " + other.to().name());
            }
        }
        return finding;
    }
}
