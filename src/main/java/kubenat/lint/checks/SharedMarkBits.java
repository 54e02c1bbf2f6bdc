package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.Owner;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;

/** IPT018: two owners set the same bits of the mark. */
final class SharedMarkBits extends Check {
    SharedMarkBits() {
        super("IPT018", Level.WARNING);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<MarkUse> sets = MarkUse.in(subject).stream()
                .filter(use -> use.sets() && use.bits() != 0 && use.owner() != Owner.UNKNOWN)
                .toList();
        return sets.stream()
                .flatMap(use -> sets.stream()
                        .takeWhile(other -> !other.equals(use))
                        .filter(other -> other.isOfAnother(use.owner()) && (other.bits() & use.bits()) != 0)
                        .limit(1)
                        .map(other -> shared(use, other, subject)));
    }

    private Finding shared(MarkUse use, MarkUse other, Subject subject) {
        return finding(
                        subject.at(use.rule()).marking("-j MARK"),
                        "%s and %s both set 0x%s of the mark: what one marks, the other takes for its own"
                                .formatted(use.owner(), other.owner(), Integer.toHexString(use.bits() & other.bits())))
                .related(subject.at(other.rule()), "sets 0x" + Integer.toHexString(other.bits()))
                .withHelp(
                        "give one of them other bits; kube-proxy: iptables.masqueradeBit in its configuration, 14 unless set");
    }
}
