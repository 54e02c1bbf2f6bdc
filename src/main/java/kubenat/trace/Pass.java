package kubenat.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.model.Chain;
import kubenat.model.Hook;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;
import kubenat.model.target.Ending;

/** Takes packets through all tables of one hook, in the kernel's order; what does not pass ends here. */
final class Pass {
    private static final Set<ConnectionState> UNSEEN = Set.of(ConnectionState.INVALID);

    private final Ruleset ruleset;
    private final Node node;
    private final boolean explain;
    private final boolean natInUse;
    private final List<Ended> lost = new ArrayList<>();
    private final Set<Chain> chains = new LinkedHashSet<>();

    Pass(Ruleset ruleset, Node node, boolean explain) {
        this.ruleset = ruleset;
        this.node = node;
        this.explain = explain;
        this.natInUse = NatInUse.in(ruleset, node);
    }

    /**
     * The order of tables at a hook (kernel: priorities raw -300, mangle -150, dstnat -100, filter 0, security 50, srcnat 100;
     * iptables-nft 1.8.9 gives security 150).
     */
    List<TableName> order(Hook hook) {
        return switch (hook) {
            case PREROUTING -> List.of(TableName.RAW, TableName.MANGLE, TableName.NAT);
            case INPUT ->
                node.settings().nftables() == Truth.YES
                        ? List.of(TableName.MANGLE, TableName.FILTER, TableName.NAT, TableName.SECURITY)
                        : List.of(TableName.MANGLE, TableName.FILTER, TableName.SECURITY, TableName.NAT);
            case FORWARD -> List.of(TableName.MANGLE, TableName.FILTER, TableName.SECURITY);
            case OUTPUT ->
                List.of(TableName.RAW, TableName.MANGLE, TableName.NAT, TableName.FILTER, TableName.SECURITY);
            case POSTROUTING -> List.of(TableName.MANGLE, TableName.NAT);
        };
    }

    /** The packets that pass one table of a hook. */
    List<State> through(Hook hook, TableName name, List<State> states) {
        Optional<Table> table = ruleset.table(name).filter(t -> name != TableName.NAT || natInUse);
        if (table.isEmpty() || states.isEmpty()) {
            return states;
        }
        return switch (name) {
            case NAT -> translated(hook, table.get(), states);
            case RAW ->
                hook == Hook.OUTPUT || !isLoopback(states)
                        ? beforeTracking(hook, table.get(), states)
                        : walked(hook, table.get(), states);
            default -> walked(hook, table.get(), states);
        };
    }

    /** Only the first packet of a connection asks nat; untracked, invalid and later ones do not. */
    private List<State> translated(Hook hook, Table table, List<State> states) {
        List<State> passing = new ArrayList<>();
        List<State> asking = new ArrayList<>();
        for (State state : states) {
            Split first = Split.states(state.packet(), Set.of(ConnectionState.NEW));
            first.yes().forEach(part -> asking.add(state.with(part.packet())));
            first.no().forEach(part -> passing.add(state.with(part.packet())));
        }
        passing.addAll(walked(hook, table, asking));
        return passing;
    }

    /** In raw conntrack has not seen the packet yet, so that its connection is no connection (by experiment on Linux 6.18). */
    private List<State> beforeTracking(Hook hook, Table table, List<State> states) {
        Set<ConnectionState> then = states.get(0).packet().connection().states();
        List<State> unseen = states.stream().map(state -> seenAs(state, UNSEEN)).toList();
        return walked(hook, table, unseen).stream()
                .map(state -> state.packet().connection().states().equals(UNSEEN) ? seenAs(state, then) : state)
                .toList();
    }

    private static State seenAs(State state, Set<ConnectionState> states) {
        Packet packet = state.packet();
        return state.with(packet.withConnection(packet.connection().withStates(states)));
    }

    /** What this node has sent to itself was seen when it left. */
    private static boolean isLoopback(List<State> states) {
        return states.get(0).packet().in().equals(InterfaceSet.named("lo"));
    }

    private List<State> walked(Hook hook, Table table, List<State> states) {
        List<State> passing = new ArrayList<>();
        for (Ended ended : new TableWalk(table, hook, node, explain, chains).walk(states)) {
            if (ended.ending().kind() == Ending.Kind.ACCEPT) {
                passing.add(ended.state());
            } else {
                lost.add(ended);
            }
        }
        return States.united(passing);
    }

    List<State> through(Hook hook, List<State> states) {
        List<State> passing = states;
        for (TableName table : order(hook)) {
            passing = through(hook, table, passing);
        }
        return passing;
    }

    /** The chains that were entered. */
    List<Chain> chains() {
        return List.copyOf(chains);
    }

    /** Packets that some table has kept, dropped or lost sight of so far. */
    List<Ended> lost() {
        return lost;
    }
}
