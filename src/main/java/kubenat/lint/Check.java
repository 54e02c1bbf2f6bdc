package kubenat.lint;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.Chain;

/**
 * One thing that can be wrong. A check has no state: the same subject gives the same findings. It looks at chains one by one,
 * or at the subject as a whole, or both; its page lies beside its class.
 */
public interface Check {

    /** Such as IPT001; never used again for anything else. */
    String id();

    /** How bad it is, unless the user says otherwise. */
    Level level();

    /** What must be given for it. */
    default Set<Need> needs() {
        return Set.of();
    }

    /** What it finds in one chain; all checks see a chain while its rules are at hand. */
    default Stream<Finding> inChain(Chain chain, Subject subject) {
        return Stream.empty();
    }

    /** What it finds by looking at the whole. */
    default Stream<Finding> inAll(Subject subject) {
        return Stream.empty();
    }

    /** Ids of what reading a dump shows: where this check finds something on the same line, it says it better. */
    default Set<String> replaces() {
        return Set.of();
    }

    /** The defect, from the name of the class: {@code jump-to-missing-chain}. */
    default String name() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The page that lies beside its class. */
    default String page() {
        return getClass().getSimpleName() + ".md";
    }

    /** A finding of this check. */
    default Finding finding(Place place, String message) {
        return Finding.of(this, place, message);
    }
}
