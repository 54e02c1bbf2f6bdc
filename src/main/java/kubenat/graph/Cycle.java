package kubenat.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kubenat.model.ChainName;

/**
 * Rules by which a packet comes back to a chain that it has not left.
 *
 * @param handovers each begins where the one before it leads to; the last leads to where the first begins
 */
public record Cycle(List<Handover> handovers) {
    /** More chains than this nobody reads in one line. */
    private static final int LONG = 16;

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

    /** Such as {@code A -> B -> A}; of a long one the beginning and the end. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>(
                handovers.stream().limit(LONG).map(by -> by.from().name()).toList());
        if (handovers.size() > LONG) {
            names.add(String.format(Locale.ROOT, "… %,d more …", handovers.size() - LONG - 1));
            names.add(closing().from().name());
        }
        names.add(closing().to().name());
        return String.join(" -> ", names);
    }
}
