package kubenat.render.path;

import java.math.BigDecimal;
import java.math.MathContext;
import kubenat.model.Rule;
import kubenat.model.match.Statistic;
import kubenat.trace.Step;

/** Why packets go by a rule, in few words. */
public final class Reasons {
    private Reasons() {}

    /** Such as {@code rule 3 · random 0.5} or {@code rule 4 · the rest}. */
    public static String of(Step step) {
        return step.rule().map(Reasons::of).orElse("policy " + step.policy());
    }

    /** The kernel prints the probability 0.2 as 0.20000000019. */
    private static String words(Statistic chance) {
        String text = chance.text().startsWith("random")
                ? "random "
                        + new BigDecimal(chance.share().toDouble())
                                .round(new MathContext(4))
                                .stripTrailingZeros()
                                .toPlainString()
                : chance.text();
        return (chance.negated() ? "not " : "") + text;
    }

    private static String of(Rule rule) {
        String chance = rule.matches().stream()
                .filter(Statistic.class::isInstance)
                .map(match -> words((Statistic) match))
                .findFirst()
                .orElse("");
        String words = rule.words();
        String why = !chance.isEmpty()
                ? chance
                : !words.equals("all packets") ? words : rule.number() == 1 ? "every packet" : "the rest";
        return "rule " + rule.number() + " · " + why;
    }
}
