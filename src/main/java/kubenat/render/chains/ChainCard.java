package kubenat.render.chains;

import java.util.List;
import kubenat.model.ChainName;

/**
 * What the picture says of one chain.
 *
 * @param about the Service port it is for, and how many rules it has
 * @param ends what its rules do with packets themselves, such as {@code DNAT to 10.244.1.2:80}
 * @param marks whether some of its rules mark packets, or lead to a chain that does
 * @param asides handovers that no wire shows, in words
 */
public record ChainCard(
        ChainName name, Kind kind, String about, List<String> ends, boolean marks, List<String> asides, String hint) {

    /** What a chain is, for its colour. */
    public enum Kind {
        BUILT_IN,
        PLAIN,
        SERVICE,
        ENDPOINT,
        MARK,
        /** Nothing refers to it. */
        DEAD,
        /** A rule refers to it, and the dump does not have it. */
        MISSING
    }

    public ChainCard {
        ends = List.copyOf(ends);
        asides = List.copyOf(asides);
    }
}
