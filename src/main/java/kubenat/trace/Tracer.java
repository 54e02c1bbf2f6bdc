package kubenat.trace;

import java.util.List;
import kubenat.model.Ruleset;
import kubenat.model.packet.Node;

/**
 * Follows packets through a ruleset as the kernel would, for new connections.
 *
 * @param explain whether rules that did not match are recorded too
 */
public record Tracer(Ruleset ruleset, Node node, boolean explain) {

    /** All that can become of these packets; outcomes that differ only in what made no difference are one. */
    public List<Outcome> follow(Origin origin) {
        return Merging.merge(walk(origin).outcomes());
    }

    /** All that can become of these packets, way by way, and the chains whose rules were asked. */
    public Followed walk(Origin origin) {
        Journey journey = new Journey(origin, ruleset, node, explain);
        List<Outcome> outcomes = journey.follow();
        return new Followed(outcomes, journey.chains());
    }
}
