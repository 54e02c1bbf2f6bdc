package kubenat.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.Chain;

/** One look at all chains of a subject by all checks of chains, so that the rules of a chain are read once for all of them. */
final class ChainPass {
    /** Among more checks one asks who calls whom. */
    private static final int FEW = 4;

    private final Subject subject;
    private final Diagnosed diagnosed;
    private final Audience audience;

    /** By these checks, in this order. */
    ChainPass(Subject subject, List<Check> checks) {
        this.subject = subject;
        this.diagnosed = new Diagnosed(checks);
        this.audience = new Audience(checks.stream()
                .filter(ChainCheck.class::isInstance)
                .map(ChainCheck.class::cast)
                .toList());
    }

    /** What they find, in the order of the chains. */
    List<Finding> findings() {
        if (audience.size() > FEW) {
            // By all processors, while one that asked in between would keep the others waiting.
            subject.calls();
        }
        List<Portion<List<Finding>>> portions = subject.ruleset().tables().stream()
                .flatMap(table -> ChainRange.of(table).stream())
                .map(range -> range.portion(this::findings))
                .toList();
        return Portion.done(portions).stream().flatMap(List::stream).toList();
    }

    private List<Finding> findings(ChainRange range) {
        List<Finding> findings = new ArrayList<>();
        range.each((number, chain) -> look(chain, number, findings));
        return findings;
    }

    private void look(Chain chain, int number, List<Finding> findings) {
        ChainAtHand atHand = new ChainAtHand(chain, number, subject.rules(chain));
        findings.addAll(diagnosed.findings(atHand.diagnostics(), Optional.of(atHand.name())));
        for (ChainCheck check : audience.of(atHand)) {
            check.inChain(atHand, subject).forEach(findings::add);
        }
    }
}
