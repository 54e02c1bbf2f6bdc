package kubenat.trace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.match.Match;
import kubenat.model.packet.Node;
import kubenat.model.packet.Truth;

/**
 * Whether the kernel consults nat at all: it does so only where some rule, reachable or not, needs connection tracking
 * (by experiment on Linux 6.18: a nat table of MARK and ACCEPT alone is never walked). A piece of a table may be without that rule.
 */
final class NatInUse {
    /** For those whose text could not be read. */
    private static final List<String> NAT_TARGETS = List.of("DNAT", "SNAT", "MASQUERADE", "REDIRECT", "NETMAP");

    private NatInUse() {}

    static boolean in(Ruleset ruleset, Node node) {
        Optional<Table> nat = ruleset.table(TableName.NAT);
        return nat.isPresent()
                && (nat.get().isPiece()
                        || node.settings().tracking() == Truth.YES
                        || likely(nat.get()).anyMatch(NatInUse::needsTracking)
                        || ruleset.tables().stream().flatMap(Table::chains).anyMatch(NatInUse::needsTracking));
    }

    /** POSTROUTING and the chains it jumps to come first: in a kube-proxy dump the answer is there. */
    private static Stream<Chain> likely(Table nat) {
        Set<String> names = new LinkedHashSet<>(List.of("POSTROUTING"));
        nat.chain("POSTROUTING")
                .ifPresent(chain ->
                        chain.rules().forEach(rule -> names.add(rule.target().name())));
        return names.stream().flatMap(name -> nat.chain(name).stream());
    }

    private static boolean needsTracking(Chain chain) {
        return chain.rules().stream().anyMatch(NatInUse::needsTracking);
    }

    private static boolean needsTracking(Rule rule) {
        return rule.target().tracksConnections()
                || NAT_TARGETS.contains(rule.target().name())
                || rule.matches().stream().anyMatch(Match::tracksConnections);
    }
}
