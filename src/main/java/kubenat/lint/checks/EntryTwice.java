package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.lint.space.Shadow;
import kubenat.model.Chain;
import kubenat.model.Rule;

/** IPT032: a dispatcher has two entries for the same address and port. */
final class EntryTwice extends ChainCheck {
    EntryTwice() {
        super("IPT032", Level.WARNING, Interest.ALL.withRules(2));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return subject.shadows(chain).stream().filter(Shadowing::isEntryTwice).map(shadow -> twice(shadow, subject));
    }

    private Finding twice(Shadow shadow, Subject subject) {
        Rule rule = shadow.rule();
        Rule first = shadow.by().get(0);
        return finding(
                        subject.at(rule),
                        "%s has two entries for %s: rule %d goes to %s, so rule %d to %s is never met"
                                .formatted(
                                        rule.chain().name(),
                                        rule.words(),
                                        first.number(),
                                        first.target().words(),
                                        rule.number(),
                                        rule.target().words()))
                .related(subject.at(first), "is the older entry")
                .withHelp("remove the one whose Pod is gone, most likely the older one: "
                        + Remedy.delete(subject, first));
    }
}
