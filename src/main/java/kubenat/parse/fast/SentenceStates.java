package kubenat.parse.fast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.AbstractPredicateTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * The automaton of a parser whose rules do not call themselves, so that what it reads is a regular language: each state is a
 * set of places in ANTLR's network that some tokens may lead to.
 */
public final class SentenceStates {
    private static final int DEEPEST = 64;

    private final ATN network;
    private final Map<Set<Place>, Integer> states = new LinkedHashMap<>();

    private SentenceStates(ATN network) {
        this.network = network;
    }

    /** A place in the network, and those where the rules that are under way go on. */
    private record Place(int state, List<Integer> callers) {}

    /** What {@link Sentences} reads, of the lines that a rule of a parser takes; the rule ends with EOF. */
    public static String text(ATN network, int rule) {
        return new SentenceStates(network).write(rule);
    }

    private String write(int rule) {
        StringBuilder text = new StringBuilder();
        append(text, network.maxTokenType);
        states.put(reached(List.of(new Place(network.ruleToStartState[rule].stateNumber, List.of()))), 0);
        for (int state = 0; state < states.size(); state++) {
            Set<Place> places = List.copyOf(states.keySet()).get(state);
            append(text, after(places, Token.EOF).isEmpty() ? Sentences.NONE : 0);
            for (int sort = 1; sort <= network.maxTokenType; sort++) {
                Set<Place> next = after(places, sort);
                append(text, next.isEmpty() ? Sentences.NONE : states.computeIfAbsent(next, unused -> states.size()));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int number) {
        text.append((char) (number + Sentences.LEAST));
    }

    private Set<Place> after(Set<Place> places, int sort) {
        List<Place> next = new ArrayList<>();
        for (Place place : places) {
            for (Transition transition : state(place).getTransitions()) {
                if (!transition.isEpsilon()
                        && transition.matches(sort, Token.MIN_USER_TOKEN_TYPE, network.maxTokenType)) {
                    next.add(new Place(transition.target.stateNumber, place.callers()));
                }
            }
        }
        return reached(next);
    }

    /** All places that some lead to without a token. */
    private Set<Place> reached(Collection<Place> from) {
        Set<Place> reached = new LinkedHashSet<>();
        List<Place> left = new ArrayList<>(from);
        while (!left.isEmpty()) {
            Place place = left.remove(left.size() - 1);
            if (reached.add(place)) {
                addNext(place, left);
            }
        }
        return reached;
    }

    private void addNext(Place place, List<Place> next) {
        List<Integer> callers = place.callers();
        if (callers.size() > DEEPEST) {
            throw new IllegalArgumentException("a rule of the grammar calls itself");
        }
        if (state(place) instanceof RuleStopState) {
            if (!callers.isEmpty()) {
                next.add(new Place(callers.get(callers.size() - 1), callers.subList(0, callers.size() - 1)));
            }
            return;
        }
        for (Transition transition : state(place).getTransitions()) {
            if (transition instanceof AbstractPredicateTransition) {
                throw new IllegalArgumentException("no table can do what a predicate does");
            } else if (transition instanceof RuleTransition call) {
                List<Integer> deeper = new ArrayList<>(callers);
                deeper.add(call.followState.stateNumber);
                next.add(new Place(call.target.stateNumber, deeper));
            } else if (transition.isEpsilon()) {
                next.add(new Place(transition.target.stateNumber, callers));
            }
        }
    }

    private ATNState state(Place place) {
        return network.states.get(place.state());
    }
}
