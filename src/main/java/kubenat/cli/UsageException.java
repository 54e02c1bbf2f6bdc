package kubenat.cli;

/** What a command finds wrong in the words that it was called with, once they are read. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
