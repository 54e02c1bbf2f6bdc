package kubenat.model.match;

import kubenat.model.packet.NumberSet;

/** Clauses that say what would have to be so. */
final class Wanted {
    private Wanted() {}

    static String is(String what, boolean negated, String value) {
        return what + (negated ? " were not " : " were ") + value;
    }

    static String in(String what, boolean negated, Network network) {
        String text = network.toString();
        return is(what, negated, text.contains("/") ? "in " + text : text);
    }

    static String in(String what, boolean negated, NumberSet numbers) {
        return is(what, negated, numbers.single().isPresent() ? numbers.toString() : "one of " + numbers);
    }
}
