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

/** IPT005: earlier rules take all that a rule could, and do something else with it. */
final class ShadowedRule extends ChainCheck {

    ShadowedRule() {
        super("IPT005", Level.WARNING, Interest.ALL.withRules(2));
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return subject.shadows(chain).stream()
                .filter(shadow ->
                        !shadow.everything() && !Shadowing.doesTheSame(shadow) && !Shadowing.isEntryTwice(shadow))
                .map(shadow -> shadowed(shadow, subject));
    }

    private Finding shadowed(Shadow shadow, Subject subject) {
        Rule rule = shadow.rule();
        Finding finding = finding(
                subject.at(rule),
                "rule %d of %s is never met: %s %s all packets that it asks for"
                        .formatted(
                                rule.number(),
                                rule.chain().name(),
                                Shadowing.rules(shadow.by()),
                                shadow.by().size() == 1 ? "takes" : "take"));
        return Shadowing.related(finding, shadow, subject)
                .withHelp("if it is meant, put it before rule %d; if not: %s"
                        .formatted(shadow.by().get(0).number(), Remedy.delete(subject, rule)));
    }
}
