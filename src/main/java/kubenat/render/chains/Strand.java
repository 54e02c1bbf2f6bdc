package kubenat.render.chains;

import java.util.List;
import kubenat.graph.Handover;
import kubenat.model.ChainName;

/** All handovers from one chain to another, drawn as one wire. */
public record Strand(ChainName from, ChainName to, List<Handover> handovers, String label) {
    public Strand {
        handovers = List.copyOf(handovers);
    }
}
