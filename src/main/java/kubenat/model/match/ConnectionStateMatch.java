package kubenat.model.match;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kubenat.model.packet.Condition;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.Header;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code --ctstate} and {@code --state}: the connection is in one of these states.
 *
 * @param translated whether {@code DNAT} counts
 * @param sourceTranslated whether {@code SNAT} counts
 */
public record ConnectionStateMatch(
        boolean negated, Set<ConnectionState> states, boolean translated, boolean sourceTranslated) implements Match {
    static final Syntax<List<Match>> STATE = new Syntax<>(
            "state",
            List.of(Option.value("--state")),
            arguments -> List.of(
                    of(arguments.find("--state").orElseThrow(() -> new BadArgument("state", "--state is missing")))));

    public ConnectionStateMatch {
        Set<ConnectionState> copy = EnumSet.noneOf(ConnectionState.class);
        copy.addAll(states);
        states = java.util.Collections.unmodifiableSet(copy);
    }

    static ConnectionStateMatch of(Argument argument) {
        Set<ConnectionState> states = EnumSet.noneOf(ConnectionState.class);
        boolean dnat = false;
        boolean snat = false;
        for (String word : argument.word().split(",", -1)) {
            dnat |= word.equals("DNAT");
            snat |= word.equals("SNAT");
            if (!word.equals("DNAT") && !word.equals("SNAT")) {
                states.add(state(word, argument.option()));
            }
        }
        return new ConnectionStateMatch(argument.negated(), states, dnat, snat);
    }

    private static ConnectionState state(String word, String option) {
        for (ConnectionState state : ConnectionState.values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        throw new BadArgument(option, "states such as NEW,ESTABLISHED");
    }

    @Override
    public Split split(Packet packet, Site site) {
        Split split = Split.states(packet, states);
        split = translated ? split.or(p -> rewritten(p, true)) : split;
        split = sourceTranslated ? split.or(p -> rewritten(p, false)) : split;
        return split.negatedIf(negated);
    }

    /** A later packet's connection may have been translated before; a rewrite to what was there already does not count. */
    private static Split rewritten(Packet packet, boolean destination) {
        Header now = packet.header();
        Header before = packet.original();
        boolean marked = destination
                ? packet.connection().destinationTranslated()
                        && !(now.destination().equals(before.destination())
                                && now.destinationPort().equals(before.destinationPort()))
                : packet.connection().sourceTranslated()
                        && !(now.source().equals(before.source())
                                && now.sourcePort().equals(before.sourcePort()));
        String what = destination ? "destination" : "source";
        Condition open = Condition.opaque("nat", what, "the " + what + " of the connection has been translated before");
        return Conntrack.whereTracked(
                packet,
                false,
                p -> Split.states(p, Set.of(ConnectionState.NEW))
                        .choose(q -> Split.of(marked, q), q -> marked ? Split.yes(q) : Split.opaque(q, open)));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return "connection " + (negated ? "not " : "") + names();
    }

    private String names() {
        StringBuilder names = new StringBuilder();
        states.forEach(state -> names.append(names.length() == 0 ? "" : ",").append(state));
        names.append(translated ? (names.length() == 0 ? "" : ",") + "DNAT" : "");
        names.append(sourceTranslated ? (names.length() == 0 ? "" : ",") + "SNAT" : "");
        return names.toString();
    }

    @Override
    public String wanted() {
        return Wanted.is("the connection", negated, names().replace(",", " or "));
    }
}
