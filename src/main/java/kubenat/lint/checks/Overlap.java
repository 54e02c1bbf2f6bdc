package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.lint.Subject;
import kubenat.lint.space.Admission;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.packet.Family;
import kubenat.model.target.Accept;
import kubenat.model.target.Drop;
import kubenat.model.target.Reject;

/**
 * Two rules of a chain that share packets and give them different verdicts.
 *
 * @param isWider whether the later one has all packets of the earlier one
 */
record Overlap(Rule earlier, Rule later, boolean isWider) {
    /** Every rule is compared with every other; in longer chains nobody would read what comes of it. */
    private static final int LONGEST = 300;

    /** A rule, and the packets that surely meet it. */
    private record Part(Rule rule, Admission admission) {}

    /** For each rule the first earlier one. */
    static List<Overlap> in(Chain chain, Subject subject) {
        List<Overlap> found = new ArrayList<>();
        if (chain.size() < 2 || chain.size() > LONGEST) {
            return found;
        }
        Family family = subject.ruleset().family();
        List<Part> parts = new ArrayList<>();
        for (Rule rule : chain.rules()) {
            if (!(rule.target() instanceof Accept || refuses(rule))) {
                continue;
            }
            Part part = new Part(rule, Admission.of(rule.matches(), family));
            if (part.admission().exact()) {
                first(parts, part).ifPresent(found::add);
                parts.add(part);
            }
        }
        return found;
    }

    private static boolean refuses(Rule rule) {
        return rule.target() instanceof Drop || rule.target() instanceof Reject;
    }

    private static Optional<Overlap> first(List<Part> parts, Part later) {
        return parts.stream()
                .filter(part -> refuses(part.rule()) != refuses(later.rule()))
                .filter(part -> part.admission().box().meets(later.admission().box())
                        && !part.admission().box().covers(later.admission().box()))
                .findFirst()
                .map(part -> new Overlap(
                        part.rule(),
                        later.rule(),
                        later.admission().box().covers(part.admission().box())));
    }
}
