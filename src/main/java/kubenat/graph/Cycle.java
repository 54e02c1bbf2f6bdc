package kubenat.graph;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.ChainName;

/**
 * Rules by which a packet comes back to a chain that it has not left.
 *
 * @param handovers each begins where the one before it leads to; the last leads to where the first begins
 */
public record Cycle(List<Handover> handovers) {
    public Cycle {
        handovers = List.copyOf(handovers);
    }

    /** The chains on the way, each once, from the one that is entered first. */
    public List<ChainName> chains() {
        return handovers.stream().map(Handover::from).toList();
    }

    /** The rule that closes it: without it there is no such way. */
    public Handover closing() {
        return handovers.get(handovers.size() - 1);
    }

    /** Such as {@code A -> B -> A}. */
    @Override
    public String toString() {
        return chains().stream().map(ChainName::name).collect(Collectors.joining(" -> ")) + " -> "
                + closing().to().name();
    }
}
