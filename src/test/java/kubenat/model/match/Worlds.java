package kubenat.model.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Decisions;
import kubenat.model.packet.Part;

/** The ways in which conditions that are open can turn out. */
final class Worlds {
    private Worlds() {}

    /** Every way that some part has taken; what is said of an address or a number is no question where those are known. */
    static List<Decisions> of(List<Part> parts) {
        Set<Condition> open = new LinkedHashSet<>();
        parts.forEach(part -> part.packet().decisions().taken().keySet().stream()
                .filter(condition -> !condition.op().endsWith("in") && condition.isQuestion())
                .forEach(open::add));
        List<Decisions> worlds = List.of(Decisions.NONE);
        for (Condition condition : open) {
            List<Decisions> more = new ArrayList<>();
            for (Decisions world : worlds) {
                more.add(world.with(condition, true));
                more.add(world.with(condition, false));
            }
            worlds = more;
        }
        return worlds;
    }

    /** Whether a part stands for this way things turned out. */
    static boolean agree(Decisions part, Decisions world) {
        return part.taken().entrySet().stream()
                .allMatch(taken ->
                        world.of(taken.getKey()).map(taken.getValue()::equals).orElse(true));
    }
}
