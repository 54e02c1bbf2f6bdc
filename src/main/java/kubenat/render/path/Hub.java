package kubenat.render.path;

import java.util.List;
import kubenat.model.ChainName;
import kubenat.trace.Step;

/**
 * A chain, or several as one, where ways part or a Service chooses.
 *
 * @param forks where packets go on to other hubs
 */
public record Hub(List<ChainName> chains, List<Mark> marks, List<Fork> forks, Kind kind) {
    /** What it is in the picture. */
    public enum Kind {
        /** The first chain of its kind that packets come to. */
        FIRST,
        /** A further chain, of the same Service. */
        FURTHER,
        /** The chain of a way in from which packets come to endings at once. */
        PASSAGE
    }

    /** One rule that hands packets to another hub. */
    public record Fork(Step step, ChainName to) {}

    public Hub {
        chains = List.copyOf(chains);
        marks = List.copyOf(marks);
        forks = List.copyOf(forks);
    }

    public ChainName chain() {
        return chains.get(0);
    }
}
