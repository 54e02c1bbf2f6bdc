package kubenat.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kubenat.model.Ruleset;
import kubenat.model.match.Recent;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.trace.Origin;

/** The lists of {@code -m recent} on which earlier packets have put their sources: what a returning client gets. */
final class Memory {
    private final Map<String, Recent> actions = new HashMap<>();
    private final Map<AddressSet, Set<String>> lists = new HashMap<>();

    Memory(Ruleset ruleset) {
        ruleset.tables().stream()
                .flatMap(table -> table.chains())
                .flatMap(chain -> chain.rules().stream())
                .forEach(rule -> rule.matches().forEach(match -> {
                    if (match instanceof Recent recent) {
                        actions.put(rule.chain().table() + "/" + rule.chain().name() + "#" + rule.number(), recent);
                    }
                }));
    }

    /** The packets as the node knows their source. */
    Origin recalled(Origin origin) {
        Packet packet = origin.packet();
        for (String list : lists.getOrDefault(packet.header().source(), Set.of())) {
            packet = packet.with(Condition.listed(list), true);
        }
        return new Origin(origin.from(), packet);
    }

    /** What the kernel noted of the source, by the rules that it reported. */
    void keep(Origin origin, KernelAnswer answer) {
        Set<String> known = lists.computeIfAbsent(origin.packet().header().source(), any -> new HashSet<>());
        for (String step : answer.path()) {
            Recent recent = actions.get(step);
            if (recent != null && recent.action() == Recent.Action.SET) {
                known.add(recent.list());
            } else if (recent != null && recent.action() == Recent.Action.REMOVE) {
                known.remove(recent.list());
            }
        }
    }
}
