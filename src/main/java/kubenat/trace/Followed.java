package kubenat.trace;

import java.util.List;
import kubenat.model.Chain;

/** All that can become of packets, and the chains whose rules were asked. */
public record Followed(List<Outcome> outcomes, List<Chain> chains) {
    public Followed {
        outcomes = List.copyOf(outcomes);
        chains = List.copyOf(chains);
    }
}
