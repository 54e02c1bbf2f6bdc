package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;

/** IPT017: a mark is set or asked for as a whole while another owner uses bits of it. */
final class MarkWithoutMask extends Check {
    MarkWithoutMask() {
        super("IPT017", Level.WARNING);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<MarkUse> uses = MarkUse.in(subject);
        return uses.stream()
                .filter(MarkUse::isWhole)
                .flatMap(use -> uses.stream()
                        .filter(other -> other.isOfAnother(use.owner()) && other.bits() != 0)
                        .limit(1)
                        .map(other -> whole(use, other, subject)));
    }

    private Finding whole(MarkUse use, MarkUse other, Subject subject) {
        String what = use.sets()
                ? "sets all 32 bits of the mark, also those that %s uses"
                : "compares all 32 bits of the mark, and is not met once %s has set its own";
        return finding(
                        subject.at(use.rule()).marking(use.sets() ? "-j MARK" : "--mark"),
                        "%s %s".formatted(use.rule().place(), what.formatted(other.owner())))
                .related(subject.at(other.rule()), "uses 0x" + Integer.toHexString(other.bits()))
                .withHelp("say which bits are meant: %s 0x%s/0x%s"
                        .formatted(
                                use.sets() ? "--set-xmark" : "--mark",
                                Integer.toHexString(use.bits()),
                                Integer.toHexString(use.bits())));
    }
}
