package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * What is known of the connection elsewhere, such as how much it has carried.
 *
 * @param first what holds for the first packet of a connection, if that is sure
 * @param untracked whether it is met where there is no connection, whether negated or not
 */
public record ConnectionNamed(boolean negated, Condition condition, Truth first, Truth untracked) implements Match {
    /** Without a connection the condition fails before it is negated. */
    static final Syntax<List<Match>> HELPER = new Syntax<>(
            "helper",
            List.of(Option.value("--helper")),
            arguments -> List.of(new ConnectionNamed(
                    arguments.negated("--helper"),
                    Condition.opaque(
                            "helper",
                            word(arguments),
                            "of a connection that the helper " + word(arguments) + " expects"),
                    Truth.NO,
                    Truth.of(arguments.negated("--helper")))));

    static final Syntax<List<Match>> LABEL =
            new Syntax<>("connlabel", List.of(Option.value("--label"), Option.flag("--set")), ConnectionNamed::label);

    static final Syntax<List<Match>> BYTES = new Syntax<>(
            "connbytes",
            List.of(
                    Option.value("--connbytes"),
                    Option.value("--connbytes-dir").neverNegated(),
                    Option.value("--connbytes-mode").neverNegated()),
            ConnectionNamed::bytes);

    private static String word(Arguments arguments) {
        return arguments.word("--helper");
    }

    private static List<Match> label(Arguments arguments) {
        String label = arguments.word("--label");
        return List.of(new ConnectionNamed(
                arguments.negated("--label"),
                Condition.opaque("connlabel", label, "the connection has the label " + label),
                Truth.MAYBE,
                Truth.of(arguments.negated("--label"))));
    }

    private static List<Match> bytes(Arguments arguments) {
        String amount = arguments.word("--connbytes") + " " + arguments.word("--connbytes-mode");
        String direction = arguments.word("--connbytes-dir");
        return List.of(new ConnectionNamed(
                arguments.negated("--connbytes"),
                Condition.opaque(
                        "connbytes",
                        amount + " " + direction,
                        "the connection has carried " + amount + " (" + direction + ")"),
                Truth.MAYBE,
                Truth.NO));
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Conntrack.whereTracked(packet, untracked == Truth.YES, this::tracked);
    }

    private Split tracked(Packet packet) {
        Split split = first != Truth.MAYBE && packet.connection().isFirst()
                ? Split.of(first == Truth.YES, packet)
                : Split.opaque(packet, condition);
        return split.negatedIf(negated);
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + condition.words();
    }
}
