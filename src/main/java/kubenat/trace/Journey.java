package kubenat.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kubenat.model.Chain;
import kubenat.model.Hook;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.Share;
import kubenat.model.target.Ending;

/** One packet's way through the hooks: arriving or sent, delivered here or passed on. */
final class Journey {
    private final Origin origin;
    private final Pass pass;
    private final Forwarding forwarding;
    private final List<Outcome> outcomes = new ArrayList<>();

    Journey(Origin origin, Ruleset ruleset, Node node, boolean explain) {
        this.origin = origin;
        this.pass = new Pass(ruleset, node, explain);
        this.forwarding = new Forwarding(node);
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
        List<State> routed = pass.through(Hook.PREROUTING, states);
        Consumer<Forwarding.Loss> loss = this::lose;
        List<State> forwarded = pass.through(Hook.FORWARD, forwarding.onward(routed, loss));
        finish(pass.through(Hook.POSTROUTING, forwarded), Verdict.FORWARDED);
        deliver(forwarding.local(routed), true);
    }

    private void deliver(List<State> states, boolean withNat) {
        List<State> passing = states;
        for (TableName table : Pass.order(Hook.INPUT)) {
            passing = table == TableName.NAT && !withNat ? passing : pass.through(Hook.INPUT, table, passing);
        }
        finish(passing, Verdict.LOCAL);
    }

    private void sent(List<State> states) {
        List<State> now = forwarding.leaving(states, this::lose);
        for (TableName table : List.of(TableName.RAW, TableName.MANGLE, TableName.NAT)) {
            now = pass.through(Hook.OUTPUT, table, now);
        }
        now = pass.through(Hook.OUTPUT, TableName.FILTER, now);
        now = pass.through(Hook.OUTPUT, TableName.SECURITY, now);
        List<State> home = pass.through(Hook.POSTROUTING, forwarding.rerouted(forwarding.local(now), this::lose));
        List<State> away = pass.through(Hook.POSTROUTING, forwarding.rerouted(forwarding.foreign(now), this::lose));
        finish(away, Verdict.SENT);
        loopback(home);
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

    private void lose(Forwarding.Loss loss) {
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
