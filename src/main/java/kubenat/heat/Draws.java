package kubenat.heat;

import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;

/**
 * How often the rules of a chain among which chance chooses have been chosen since their counters began. kube-proxy writes all
 * rules of a chain at once, so theirs began together; those of different chains did not.
 *
 * @param all at least one
 */
public record Draws(ChainName chain, List<Draw> all, Fairness fairness) {
    public Draws {
        all = List.copyOf(all);
    }

    /** Those of a chain; empty if nothing is chosen by chance there, or nothing was counted. */
    public static Optional<Draws> of(ChainName chain, Ruleset ruleset) {
        return ruleset.chain(chain)
                .flatMap(found -> ofAny(found.rules(), ruleset))
                .filter(draws -> draws.all.size() > 1);
    }

    /** Those of a chain's rules, even of one that takes all packets alone. */
    public static Optional<Draws> ofAny(List<Rule> rules, Ruleset ruleset) {
        return new DrawReader(rules).draws(new Endings(ruleset));
    }

    /** How many packets chance has chosen for. */
    public long packets() {
        return all.stream().mapToLong(Draw::packets).sum();
    }

    /** How many went where they had been before. */
    public long returned() {
        return all.stream().mapToLong(Draw::returned).sum();
    }

    /** The part of the draws that one got; 0 where there are none. */
    public double observed(Draw draw) {
        return packets() == 0 ? 0 : (double) draw.packets() / packets();
    }

    /** The one that is farthest from what it should have got, counted in standard deviations. */
    public Draw farthest() {
        return all.stream()
                .reduce((one, other) -> distance(other) > distance(one) ? other : one)
                .orElseThrow();
    }

    private double distance(Draw draw) {
        double expected = packets() * draw.expected();
        double deviation = Math.sqrt(expected * (1 - draw.expected()));
        return deviation == 0 ? 0 : Math.abs(draw.packets() - expected) / deviation;
    }

    /** What is counted: the rules of nat meet the first packet of each connection only. */
    public String unit() {
        return chain.table() == TableName.NAT ? "connections" : "packets";
    }
}
