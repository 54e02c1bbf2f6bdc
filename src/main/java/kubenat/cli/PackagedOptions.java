package kubenat.cli;

/**
 * The options of all commands. In the jar there is another class of this name, which the build has written; see
 * {@link AnnotatedOptions}.
 */
final class PackagedOptions {
    private PackagedOptions() {}

    /** Whether they are all that a command can need. */
    static boolean suffice(String command) {
        return false;
    }

    /** How a {@link KnownOption} prints, or empty text if there is none. */
    static String of(String command, String name) {
        return "";
    }
}
