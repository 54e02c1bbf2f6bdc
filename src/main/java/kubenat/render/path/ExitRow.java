package kubenat.render.path;

import java.util.List;

/**
 * What happens between the decision and the wire, for ways for which it is the same.
 *
 * @param only for which ways; none for all that come so far
 */
public record ExitRow(List<Card> cards, List<String> only) {
    public ExitRow {
        cards = List.copyOf(cards);
        only = List.copyOf(only);
    }

    /** The colour of a card. */
    public enum Kind {
        STEP,
        MARK,
        KEPT,
        PROBLEM
    }

    /**
     * One station of it.
     *
     * @param name a chain, or what happens in the end
     * @param chip such as {@code rule 1 of 6}; empty for none
     * @param hint the raw rule
     */
    public record Card(Kind kind, String name, String chip, String words, String hint) {}
}
