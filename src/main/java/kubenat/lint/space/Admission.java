package kubenat.lint.space;

import java.util.List;
import kubenat.model.match.Match;
import kubenat.model.packet.Family;

/**
 * What the matches of a rule let through.
 *
 * @param box every packet that meets them is in it
 * @param exact whether every packet of it surely meets them
 */
public record Admission(Box box, boolean exact) {
    /** Conditions of one rule that are looked at; no program writes as many, and of 10,000 the box would fall into too many pieces. */
    private static final int MOST = 128;

    /** What these conditions let through together. */
    public static Admission of(List<Match> matches, Family family) {
        Admission all = new Admission(Box.all(family), true);
        for (Match match : matches.subList(0, Math.min(MOST, matches.size()))) {
            all = MatchBoxes.narrow(all, match);
        }
        return matches.size() > MOST ? all.unsure() : all;
    }

    Admission and(Axis axis, Values values) {
        return new Admission(box.and(axis, values), exact);
    }

    Admission and(Literal literal) {
        return new Admission(box.and(literal), exact);
    }

    /** The same, but something that is not modelled stands beside it. */
    Admission unsure() {
        return new Admission(box, false);
    }
}
