package kubenat.model.match;

import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;

/**
 * A condition that neither packet nor dump tells of, such as a rate: it splits the answer under its name.
 *
 * @param scope where else it is the same condition
 */
public record Named(boolean negated, Condition condition, Scope scope) implements Match {
    /** For which rules a condition of the same text is the same. */
    public enum Scope {
        /** A property of the packet or of the moment: what holds once holds for the rest of the way. */
        PACKET,
        /** A property of which at most one value holds, such as the processor that handles the packet. */
        ONE_OF,
        /** A counter that belongs to the rule. */
        RULE
    }

    static Named packet(boolean negated, String field, String value, String words) {
        return new Named(negated, Condition.opaque(field, value, words), Scope.PACKET);
    }

    static Named oneOf(boolean negated, String field, String value, String words) {
        return new Named(negated, Condition.opaque(field, value, words), Scope.ONE_OF);
    }

    static Named rule(boolean negated, String field, String value, String words) {
        return new Named(negated, Condition.opaque(field, value, words), Scope.RULE);
    }

    @Override
    public Split split(Packet packet, Site site) {
        Split split = switch (scope) {
            case PACKET -> Split.opaque(packet, condition);
            case ONE_OF -> Split.oneOf(packet, condition);
            case RULE -> Split.opaque(packet, in(site.rule()));
        };
        return split.negatedIf(negated);
    }

    private Condition in(String rule) {
        return Condition.opaque(
                condition.field(), condition.value() + " in " + rule, condition.words() + " in " + rule);
    }

    @Override
    public boolean tracksConnections() {
        return condition.field().equals("connlimit") || condition.field().equals("cluster");
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + condition.words();
    }
}
