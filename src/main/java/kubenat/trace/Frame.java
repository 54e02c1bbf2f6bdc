package kubenat.trace;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Header;
import kubenat.model.packet.NumberSet;

/** A chain being walked: the packets that wait at its next rule, and those that have left it. */
final class Frame {
    /** From here on it pays to ask which rules may match. */
    private static final int LONG = 64;

    final Chain chain;
    final boolean isGoto;
    private final List<Rule> rules;
    private int next;
    private List<State> waiting;
    /** Up to here uniting them would hardly pay. */
    private int enough = States.MANY;

    private final States left = new States();

    Frame(Chain chain, boolean isGoto, List<State> entering, boolean everyRule) {
        this.chain = chain;
        this.isGoto = isGoto;
        this.rules = everyRule ? chain.rules() : rulesFor(chain, entering);
        this.waiting = entering;
    }

    /** Of a long chain just the rules that these packets may meet. */
    private static List<Rule> rulesFor(Chain chain, List<State> entering) {
        if (chain.size() < LONG) {
            return chain.rules();
        }
        Header any = entering.get(0).packet().header();
        AddressSet destinations = any.destination();
        NumberSet ports = any.destinationPort();
        for (State state : entering.subList(1, entering.size())) {
            destinations = destinations.union(state.packet().header().destination());
            ports = ports.union(state.packet().header().destinationPort());
        }
        return chain.rulesFor(destinations, ports);
    }

    boolean isDone() {
        return next == rules.size() || waiting.isEmpty();
    }

    Rule nextRule() {
        return rules.get(next);
    }

    /** Takes the packets that wait at the next rule; the caller gives back those that go on. */
    List<State> take() {
        next++;
        List<State> taken = waiting;
        waiting = List.of();
        return taken;
    }

    void goOn(List<State> states) {
        if (waiting.isEmpty() && states.size() < 2) {
            waiting = new ArrayList<>(states);
            return;
        }
        States all = new States();
        all.addAll(waiting);
        all.addAll(states);
        waiting = all.all();
        if (waiting.size() > enough) {
            waiting = States.united(waiting);
            enough = Math.max(States.MANY, waiting.size() + waiting.size() / 2);
        }
    }

    /** Packets that a RETURN, or the end of a chain reached by goto, sends to this chain's caller. */
    void leave(List<State> states) {
        left.addAll(states);
    }

    /** The packets that have come to the chain's end. */
    List<State> atEnd() {
        return waiting;
    }

    List<State> left() {
        return States.united(left.all());
    }
}
