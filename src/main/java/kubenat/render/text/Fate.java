package kubenat.render.text;

import java.util.Locale;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.render.PacketText;
import kubenat.render.Theme.Role;
import kubenat.trace.Outcome;
import kubenat.trace.Step;
import kubenat.trace.Verdict;

/**
 * What becomes of packets, in the words of the summary; equal for all outcomes that a reader need not tell apart.
 *
 * @param where the endpoint, or what happens instead
 * @param detail what becomes of the source address, or what the rule that decided says of itself; may be empty
 */
record Fate(Kind kind, String where, String detail) {
    private static final String BUT = ", but ";

    /** What matters most. */
    enum Kind {
        TRANSLATED,
        UNTRANSLATED,
        DROPPED,
        REJECTED,
        UNKNOWN;

        String words() {
            return this == UNTRANSLATED
                    ? "not translated"
                    : this == UNKNOWN ? "not known" : name().toLowerCase(Locale.ROOT);
        }

        Role role() {
            return this == TRANSLATED ? Role.ENDPOINT : this == UNTRANSLATED ? Role.NORMAL : Role.PROBLEM;
        }
    }

    static Fate of(Outcome outcome, Places places) {
        return new Fate(kind(outcome), where(outcome, places), detail(outcome));
    }

    /** What happens instead of a delivery, without the destination that it happens to. */
    String decision() {
        int but = where.indexOf(BUT);
        return but < 0 ? where : where.substring(but + BUT.length());
    }

    private static String detail(Outcome outcome) {
        String here = outcome.verdict() == Verdict.LOCAL ? "on this node, " : "";
        return outcome.verdict().isDelivered() || outcome.verdict() == Verdict.UNKNOWN
                ? here + SourceWords.of(outcome)
                : outcome.decidedBy()
                        .flatMap(Step::rule)
                        .flatMap(Rule::comment)
                        .map(text -> "\"" + text + "\"")
                        .orElse("");
    }

    static Kind kind(Outcome outcome) {
        return switch (outcome.verdict()) {
            case DROPPED -> Kind.DROPPED;
            case REJECTED -> Kind.REJECTED;
            case UNKNOWN -> Kind.UNKNOWN;
            default -> outcome.translated() ? Kind.TRANSLATED : Kind.UNTRANSLATED;
        };
    }

    private static String where(Outcome outcome, Places places) {
        String destination = PacketText.destination(outcome);
        String but = outcome.translated() ? destination + BUT : "";
        return switch (kind(outcome)) {
            case TRANSLATED -> destination;
            case UNTRANSLATED -> "not translated, to " + destination;
            case DROPPED -> but + "dropped" + by(outcome, places);
            case REJECTED -> but + "rejected" + by(outcome, places) + " with " + outcome.why();
            case UNKNOWN -> but + "not known: " + outcome.why();
        };
    }

    /** The rule or policy that decided; or the reason, where it was none. */
    private static String by(Outcome outcome, Places places) {
        Optional<Step> step = outcome.decidedBy();
        if (step.isEmpty()
                || outcome.verdict() == Verdict.DROPPED && !outcome.why().isEmpty()) {
            return ": " + outcome.why();
        }
        return " by " + places.of(step.get());
    }
}
