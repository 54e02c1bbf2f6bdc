package kubenat.render.path;

import java.util.Locale;
import kubenat.render.PacketText;
import kubenat.trace.Outcome;
import kubenat.trace.Step;
import kubenat.trace.Verdict;

/**
 * What makes the ends of two ways the same: where to, and by which rule.
 *
 * @param headline the address, or what became of the packets
 * @param place the deciding rule, such as {@code nat KUBE-SEP-X rule 2}; empty when no rule decided
 */
public record EndingKey(Kind kind, String headline, String place, String why) {
    /** The headline where a rule leads to a chain that is not there. */
    static final String MISSING = "missing chain";

    /** How bad it is. */
    public enum Kind {
        /** Translated to an address. */
        ENDPOINT,
        /** Goes where it was sent. */
        UNTRANSLATED,
        /** Comes to nobody, or nobody knows. */
        PROBLEM
    }

    static EndingKey of(Outcome outcome, Spine spine, Chains chains) {
        String place = spine.steps().isEmpty()
                ? ""
                : place(spine.steps().get(spine.steps().size() - 1));
        if (outcome.translated()) {
            return new EndingKey(Kind.ENDPOINT, PacketText.destination(outcome), place, "");
        }
        if (outcome.verdict().isDelivered()) {
            return new EndingKey(Kind.UNTRANSLATED, PacketText.destination(outcome), place, words(outcome.verdict()));
        }
        boolean missing = spine.missing(chains).isPresent();
        return new EndingKey(Kind.PROBLEM, missing ? MISSING : problem(outcome.verdict()), place, outcome.why());
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case LOCAL -> "not translated: this node itself takes it";
            case SENT -> "not translated: it leaves as it is";
            default -> "not translated: it is passed on as it is";
        };
    }

    private static String problem(Verdict verdict) {
        return verdict == Verdict.UNKNOWN ? "not known" : verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String place(Step step) {
        return step.rule().map(rule -> rule.place()).orElse(step.chain() + " policy " + step.policy());
    }
}
