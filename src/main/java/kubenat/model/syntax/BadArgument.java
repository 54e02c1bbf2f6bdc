package kubenat.model.syntax;

/** A word that an option cannot have, such as a port of 99999; becomes a diagnostic at that word. */
public final class BadArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String option;

    /** The message says what was expected, such as {@code a port from 0 to 65535}. */
    public BadArgument(String option, String expected) {
        super(expected);
        this.option = option;
    }

    public String option() {
        return option;
    }
}
