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

    /** All that can become of these packets. */
    public List<Outcome> follow(Origin origin) {
        return new Journey(origin, ruleset, node, explain).follow();
    }
}
