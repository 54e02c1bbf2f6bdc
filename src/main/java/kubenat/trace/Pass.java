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
import kubenat.model.packet.Node;
import kubenat.model.target.Ending;

/** Takes packets through all tables of one hook, in the kernel's order; what does not pass ends here. */
final class Pass {
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

    /** The order of tables at a hook (kernel: priorities raw -300, mangle -150, dstnat -100, filter 0, security 50, srcnat 100). */
    static List<TableName> order(Hook hook) {
        return switch (hook) {
            case PREROUTING -> List.of(TableName.RAW, TableName.MANGLE, TableName.NAT);
            case INPUT -> List.of(TableName.MANGLE, TableName.FILTER, TableName.SECURITY, TableName.NAT);
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
        List<State> passing = new ArrayList<>();
        List<State> asking = new ArrayList<>();
        for (State state : states) {
            (name == TableName.NAT && !startsConnection(state) ? passing : asking).add(state);
        }
        for (Ended ended : new TableWalk(table.get(), hook, node, explain, chains).walk(asking)) {
            if (ended.ending().kind() == Ending.Kind.ACCEPT) {
                passing.add(ended.state());
            } else {
                lost.add(ended);
            }
        }
        return passing;
    }

    List<State> through(Hook hook, List<State> states) {
        List<State> passing = states;
        for (TableName table : order(hook)) {
            passing = through(hook, table, passing);
        }
        return passing;
    }

    /** Only the first packet of a connection asks nat; untracked, invalid and later ones do not. */
    private static boolean startsConnection(State state) {
        return state.packet().connection().states().contains(ConnectionState.NEW);
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
