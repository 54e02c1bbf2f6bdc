package kubenat.lint.space;

import kubenat.model.match.AddressType;
import kubenat.model.match.Match;
import kubenat.model.match.SetMatch;

/**
 * A condition that no axis has, and that stays as it is while a packet is in a table.
 *
 * @param holds whether it is met; false only where what does not meet the condition meets its negation
 */
record Literal(Match condition, boolean holds) {

    /** Such as {@code --dst-type LOCAL}, which a packet meets or meets negated. */
    static Literal of(AddressType type) {
        return new Literal(new AddressType(false, type.source(), type.types(), type.limit()), !type.negated());
    }

    static Literal of(SetMatch set) {
        SetMatch plain = new SetMatch(false, set.set(), set.directions(), set.exceptions(), set.counters());
        return new Literal(plain, !set.negated());
    }

    /** A condition of which a packet may meet neither side. */
    static Literal of(Match match) {
        return new Literal(match, true);
    }

    boolean hasOpposite() {
        return condition instanceof AddressType || condition instanceof SetMatch;
    }

    Literal opposite() {
        return new Literal(condition, !holds);
    }
}
