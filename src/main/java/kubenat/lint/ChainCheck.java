package kubenat.lint;

import java.util.stream.Stream;
import kubenat.model.Chain;

/** A check that looks at chains one by one; it may look at the whole, too. */
public abstract class ChainCheck extends Check {
    private final Interest interest;

    /** A check of all chains; the rest is as in {@link Check}. */
    protected ChainCheck(String id, Level level, Need... needs) {
        this(id, level, Interest.ALL, needs);
    }

    /**
     * A check of some chains; the rest is as in {@link Check}.
     *
     * @param interest the chains that it is shown
     */
    protected ChainCheck(String id, Level level, Interest interest, Need... needs) {
        super(id, level, needs);
        this.interest = interest;
    }

    /** The chains that it is shown. */
    public final Interest interest() {
        return interest;
    }

    /** What it finds in one chain; all checks see a chain while its rules are at hand. */
    public abstract Stream<Finding> inChain(Chain chain, Subject subject);
}
