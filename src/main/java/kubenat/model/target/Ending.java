package kubenat.model.target;

/**
 * How the walk of a table ended.
 *
 * @param detail for REJECT the kind, such as {@code icmp-port-unreachable}; for HANDED_OVER to whom; for UNKNOWN why; else empty
 */
public record Ending(Kind kind, String detail) {
    public static final Ending ACCEPT = new Ending(Kind.ACCEPT, "");
    public static final Ending DROP = new Ending(Kind.DROP, "");

    /** The ways a walk can end. */
    public enum Kind {
        ACCEPT,
        DROP,
        REJECT,
        /** To a program in user space, another machine or a proxy: what follows is not in the rules. */
        HANDED_OVER,
        /** The dump does not say. */
        UNKNOWN
    }

    public static Ending unknown(String why) {
        return new Ending(Kind.UNKNOWN, why);
    }
}
