package kubenat.cli;

import java.io.IOException;
import java.util.Locale;

/** The output cannot be written. Unchecked, because a {@link java.io.PrintWriter} keeps checked ones to itself. */
final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean closedPipe;

    OutputException(IOException cause) {
        super(cause.getMessage(), cause);
        closedPipe = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Whether the reader of a pipe has left, as {@code head} does: nothing that anybody wants to hear of. */
    boolean isClosedPipe() {
        return closedPipe;
    }
}
