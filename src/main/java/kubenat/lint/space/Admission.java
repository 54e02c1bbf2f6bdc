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

    /** What these conditions let through together. */
    public static Admission of(List<Match> matches, Family family) {
        Admission all = new Admission(Box.all(family), true);
        for (Match match : matches) {
            all = MatchBoxes.narrow(all, match);
        }
        return all;
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
