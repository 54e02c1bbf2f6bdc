package kubenat.cli;

import java.util.Optional;

/** What a command finds wrong in the words that it was called with, once they are read. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** May be empty. */
    private final String help;

    UsageException(String message) {
        this(message, "");
    }

    /**
     * @param help what to ask for instead; may be empty
     */
    UsageException(String message, String help) {
        super(message);
        this.help = help;
    }

    Optional<String> help() {
        return help.isEmpty() ? Optional.empty() : Optional.of(help);
    }
}
