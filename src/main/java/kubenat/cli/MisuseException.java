package kubenat.cli;

/** What was asked for cannot be had this way; another command line would do. */
final class MisuseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    MisuseException(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What to ask for instead. */
    String help() {
        return help;
    }
}
