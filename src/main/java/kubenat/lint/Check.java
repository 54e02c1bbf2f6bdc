package kubenat.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that can be wrong. A check has no state: the same subject gives the same findings, and several threads may ask at once.
 * It looks at the subject as a whole, or, as a {@link ChainCheck}, at chains one by one, or both; its page lies beside its class.
 */
public abstract class Check {
    private final String id;
    private final Level level;
    private final Set<Need> needs;

    /**
     * @param id such as IPT001; never used again for anything else
     * @param level how bad it is, unless the user says otherwise
     * @param needs what must be given for it
     */
    protected Check(String id, Level level, Need... needs) {
        this.id = id;
        this.level = level;
        this.needs = Set.of(needs);
    }

    /** Such as IPT001. */
    public final String id() {
        return id;
    }

    /** How bad it is, unless the user says otherwise. */
    public final Level level() {
        return level;
    }

    /** What must be given for it. */
    public final Set<Need> needs() {
        return needs;
    }

    /** What it finds by looking at the whole. */
    public Stream<Finding> inAll(Subject subject) {
        return Stream.empty();
    }

    /** What it finds by looking at the rules of both address families of a node together. */
    public Stream<Finding> inNode(List<Subject> subjects) {
        return Stream.empty();
    }

    /** What it finds by comparing nodes; the rules of each are a subject, or two. */
    public Stream<Finding> amongNodes(List<Subject> subjects) {
        return Stream.empty();
    }

    /** Ids of what reading a dump shows: where this check finds something on the same line, it says it better. */
    public Set<String> replaces() {
        return Set.of();
    }

    /** The defect, from the name of the class: {@code jump-to-missing-chain}. */
    public String name() {
        String type = getClass().getSimpleName();
        StringBuilder name = new StringBuilder(type.length() + 8);
        for (int i = 0; i < type.length(); i++) {
            if (i > 0 && Character.isUpperCase(type.charAt(i))) {
                name.append('-');
            }
            name.append(Character.toLowerCase(type.charAt(i)));
        }
        return name.toString();
    }

    /** The page that lies beside its class. */
    public String page() {
        return getClass().getSimpleName() + ".md";
    }

    /** A finding of this check. */
    public Finding finding(Place place, String message) {
        return Finding.of(this, place, message);
    }
}
