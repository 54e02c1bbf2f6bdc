package kubenat.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.model.Chain;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.Table;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Share;
import kubenat.model.packet.Site;
import kubenat.model.target.Effect;
import kubenat.model.target.Ending;

/**
 * Walks one table at one hook with all packets at once: rule by rule, chains as frames of its own stack, so that deep chains
 * cost no Java stack, packets that meet again are one, and a loop is seen when a chain is entered twice.
 */
final class TableWalk {
    /** More cases than this at one rule are no answer for anybody, and a hostile dump could make 2^n of them. */
    private static final int MOST_CASES = 50_000;

    /** Chains may be entered so often beyond once for each: n chains that each jump to the next twice make 2^n visits. */
    private static final int MOST_VISITS = 100_000;

    private static final String TOO_MANY_VISITS =
            "chains lead to each other in more than 100,000 ways: too many to follow";

    private final Table table;
    private final Hook hook;
    private final Node node;
    private final boolean explain;
    private final Set<Chain> entered;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Set<String> active = new HashSet<>();
    private final Ends ends = new Ends();
    private int visits;
    private int mostVisits = Integer.MAX_VALUE;

    TableWalk(Table table, Hook hook, Node node, boolean explain, Set<Chain> entered) {
        this.table = table;
        this.hook = hook;
        this.node = node;
        this.explain = explain;
        this.entered = entered;
    }

    /**
     * All packets, each with the way its walk ended. A table without this hook's chain lets them pass (iptables-nft 1.8.8 makes
     * built-in chains when they are needed); one without any is a piece of a dump, such as what grep found.
     */
    List<Ended> walk(List<State> states) {
        Optional<Chain> chain = table.chain(hook.name());
        if (chain.isEmpty()) {
            Ending ending = table.isPiece() ? pieceOf(table) : Ending.ACCEPT;
            return states.stream().map(state -> new Ended(state, ending)).toList();
        }
        push(new Frame(chain.get(), false, states, explain));
        while (!frames.isEmpty()) {
            Frame frame = frames.element();
            if (frame.isDone()) {
                pop();
            } else {
                step(frame);
            }
        }
        return ends.all();
    }

    private static Ending pieceOf(Table table) {
        return Ending.unknown("the dump has no built-in chain of %s: which of its chains packets come to is not known"
                .formatted(table.name()));
    }

    private void push(Frame frame) {
        active.add(frame.chain.name().name());
        entered.add(frame.chain);
        frames.push(frame);
    }

    private void pop() {
        Frame done = frames.pop();
        active.remove(done.chain.name().name());
        List<State> back = new ArrayList<>(done.left());
        if (frames.isEmpty()) {
            back.addAll(done.atEnd());
            back.forEach(state -> policy(done.chain, state));
            return;
        }
        done.atEnd().forEach(state -> back.add(state.then(Step.atEnd(hook, done.chain.name(), state.share()))));
        if (done.isGoto) {
            frames.element().leave(back);
        } else {
            frames.element().goOn(back);
        }
    }

    private void policy(Chain chain, State state) {
        String policy = chain.policy().orElse("ACCEPT");
        State last = state.then(Step.policy(hook, chain.name(), state.share(), policy));
        ends.add(last, policy.equals("DROP") ? Ending.DROP : Ending.ACCEPT);
    }

    private void step(Frame frame) {
        Rule rule = frame.nextRule();
        Site site = new Site(node, hook, rule::place);
        if (rule.changesNothing()) {
            frame.goOn(
                    frame.take().stream().map(state -> noted(state, rule, site)).toList());
            return;
        }
        List<State> goingOn = new ArrayList<>();
        List<State> hits = new ArrayList<>();
        for (State state : frame.take()) {
            RuleSplit split = RuleSplit.of(rule, state.packet(), site);
            split.misses.forEach(miss -> goingOn.add(missed(state, rule, miss, site)));
            split.hits.forEach(part -> hits.add(hit(state, rule, part)));
        }
        List<State> entering = new ArrayList<>();
        hits.forEach(state -> apply(frame, rule, state, site, goingOn, entering));
        frame.goOn(goingOn.size() > MOST_CASES ? giveUp(goingOn) : goingOn);
        if (!entering.isEmpty()) {
            enter(rule, entering);
        }
    }

    /** Whether the rule matches makes no difference to the packets: they stay together, and what it does is done to some. */
    private State noted(State state, Rule rule, Site site) {
        RuleSplit split = RuleSplit.of(rule, state.packet(), site);
        if (split.misses.isEmpty()) {
            return state.then(Step.rule(hook, rule, state.share()));
        }
        if (split.hits.isEmpty()) {
            return explain ? state.then(miss(state, rule, split.misses.get(0), site)) : state;
        }
        Share share = split.hits.get(0).share();
        return state.then(Step.some(hook, rule, state.share().times(share)));
    }

    private State missed(State state, Rule rule, RuleSplit.Miss miss, Site site) {
        State now = scaled(state, miss.part());
        return explain ? now.then(miss(now, rule, miss, site)) : now;
    }

    private Step miss(State state, Rule rule, RuleSplit.Miss miss, Site site) {
        return Step.miss(hook, rule, state.share(), miss.unmet(rule, site));
    }

    private State hit(State state, Rule rule, Part part) {
        State now = scaled(state, part);
        return now.then(Step.rule(hook, rule, now.share()));
    }

    @SuppressWarnings("ReferenceEquality") // to compare two packets takes longer than to make a state
    private static State scaled(State state, Part part) {
        Share share =
                part.share().equals(Share.ALL) ? state.share() : state.share().times(part.share());
        return part.packet() == state.packet() && share == state.share()
                ? state
                : new State(part.packet(), share, state.trail());
    }

    private void apply(Frame frame, Rule rule, State state, Site site, List<State> goingOn, List<State> entering) {
        Effect effect = rule.target().apply(state.packet(), site);
        if (effect instanceof Effect.GoOn on) {
            goingOn.add(state.with(on.packet()));
        } else if (effect instanceof Effect.Leave) {
            frame.leave(List.of(state));
        } else if (effect instanceof Effect.End end) {
            ends.add(state.with(end.packet()), end.ending());
        } else {
            entering.add(state);
        }
    }

    private void enter(Rule rule, List<State> states) {
        Packet any = states.get(0).packet();
        Effect.Enter enter = (Effect.Enter) rule.target().apply(any, new Site(node, hook, rule::place));
        Optional<Chain> chain = table.chain(enter.chain());
        if (chain.isEmpty() || active.contains(enter.chain())) {
            String why = chain.isEmpty()
                    ? rule.place() + " jumps to " + enter.chain() + ", which the dump does not declare"
                    : rule.place() + " jumps back to " + enter.chain() + ": a loop, which the kernel refuses to load";
            ends.addAll(states, Ending.unknown(why));
            return;
        }
        if (isVisitTooMany()) {
            ends.addAll(states, Ending.unknown(TOO_MANY_VISITS));
            return;
        }
        push(new Frame(chain.get(), enter.isGoto(), states, explain));
    }

    /** The table is asked for its size once at most: to count its chains takes time. */
    private boolean isVisitTooMany() {
        visits++;
        if (visits == MOST_VISITS) {
            mostVisits = MOST_VISITS + table.size();
        }
        return visits > mostVisits;
    }

    private List<State> giveUp(List<State> states) {
        Ending tooMany = Ending.unknown("more than " + MOST_CASES + " cases: give more facts, such as --src or --in");
        ends.addAll(states, tooMany);
        return List.of();
    }
}
