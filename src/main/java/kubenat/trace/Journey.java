package kubenat.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.Chain;
import kubenat.model.Hook;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.Node;
import kubenat.model.packet.Share;
import kubenat.model.target.Ending;

/** One packet's way through the hooks: arriving or sent, delivered here or passed on. */
final class Journey {
    private final Origin origin;
    private final Pass pass;
    private final Martians martians;
    private final Forwarding forwarding;
    private final Sending sending;
    private final List<Outcome> outcomes = new ArrayList<>();

    Journey(Origin origin, Ruleset ruleset, Node node, boolean explain) {
        this.origin = origin;
        this.pass = new Pass(ruleset, node, explain);
        this.martians = new Martians(node);
        this.forwarding = new Forwarding(node, this::lose);
        this.sending = new Sending(node, this::lose);
    }

    List<Outcome> follow() {
        List<State> start = List.of(new State(origin.packet(), Share.ALL, Trail.START));
        if (origin.isSent()) {
            sent(start);
        } else {
            arriving(start);
        }
        pass.lost().forEach(this::lose);
        return outcomes;
    }

    /** The chains whose rules were asked. */
    List<Chain> chains() {
        return pass.chains();
    }

    private void arriving(List<State> states) {
        List<State> before = martians.beforeRules(states, this::lose);
        List<State> routed = martians.afterPrerouting(pass.through(Hook.PREROUTING, before), this::lose);
        Forwarding.Arrived arrived = forwarding.decide(routed);
        List<State> forwarded = pass.through(Hook.FORWARD, arrived.onward());
        finish(pass.through(Hook.POSTROUTING, forwarded), Verdict.FORWARDED);
        deliver(arrived.here(), true);
    }

    private void deliver(List<State> states, boolean withNat) {
        List<State> passing = states;
        for (TableName table : pass.order(Hook.INPUT)) {
            passing = table == TableName.NAT && !withNat ? passing : pass.through(Hook.INPUT, table, passing);
        }
        finish(passing, Verdict.LOCAL);
    }

    private void sent(List<State> states) {
        List<State> now = pass.through(Hook.OUTPUT, TableName.RAW, sending.leaving(states));
        Map<MarkBits, List<State>> byMark = new LinkedHashMap<>();
        now.forEach(state -> byMark.computeIfAbsent(state.packet().mark(), any -> new ArrayList<>())
                .add(state));
        byMark.forEach((mark, marked) -> sending.afterMangle(mark, pass.through(Hook.OUTPUT, TableName.MANGLE, marked))
                .forEach(this::translate));
    }

    private void translate(Sending.WayOut way) {
        List<State> asked = pass.through(Hook.OUTPUT, TableName.NAT, way.states());
        sending.afterNat(way.with(asked)).forEach(this::leave);
    }

    private void leave(Sending.WayOut way) {
        List<State> now = pass.through(Hook.OUTPUT, TableName.FILTER, way.states());
        now = pass.through(Hook.OUTPUT, TableName.SECURITY, now);
        List<State> leaving = pass.through(Hook.POSTROUTING, way.with(now).atPostrouting());
        List<State> home = leaving.stream().filter(Journey::isHome).toList();
        finish(leaving.stream().filter(state -> !isHome(state)).toList(), Verdict.SENT);
        loopback(home);
    }

    private static boolean isHome(State state) {
        return state.packet().out().equals(InterfaceSet.named("lo"));
    }

    /** What this node sends to itself arrives by lo; nat is not asked again. */
    private void loopback(List<State> states) {
        List<State> arrived = states.stream()
                .map(state -> state.with(
                        state.packet().withIn(InterfaceSet.named("lo")).withOut(InterfaceSet.ABSENT)))
                .toList();
        List<State> now = pass.through(Hook.PREROUTING, TableName.RAW, arrived);
        deliver(pass.through(Hook.PREROUTING, TableName.MANGLE, now), false);
    }

    private void finish(List<State> states, Verdict verdict) {
        states.forEach(state -> add(state, verdict, ""));
    }

    private void lose(Loss loss) {
        add(loss.state(), loss.verdict(), loss.why());
    }

    private void lose(Ended ended) {
        Ending ending = ended.ending();
        Verdict verdict = switch (ending.kind()) {
            case DROP -> Verdict.DROPPED;
            case REJECT -> Verdict.REJECTED;
            default -> Verdict.UNKNOWN;
        };
        add(ended.state(), verdict, ending.detail());
    }

    private void add(State state, Verdict verdict, String why) {
        outcomes.add(new Outcome(
                state.share(),
                origin.packet(),
                state.packet(),
                verdict,
                why,
                state.trail().steps()));
    }
}
