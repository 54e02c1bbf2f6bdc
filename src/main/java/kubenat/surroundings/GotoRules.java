package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;

/** What is left of a listing of routing rules where jumps for all packets, and rules that do nothing, are gone. */
final class GotoRules {
    private GotoRules() {}

    /** A jump for some packets stays: where these go is not modelled, and said so. */
    static List<RoutingRuleLine> without(List<RoutingRuleLine> listing) {
        List<RoutingRuleLine> left = new ArrayList<>();
        int next = 0;
        for (RoutingRuleLine line : listing) {
            boolean isSkipped = line.priority() < next || line.isNop() || line.isUnresolved();
            if (!isSkipped && line.jumpsTo().isPresent() && line.isForAll()) {
                next = line.jumpsTo().get();
            } else if (!isSkipped) {
                left.add(line);
            }
        }
        return left;
    }
}
