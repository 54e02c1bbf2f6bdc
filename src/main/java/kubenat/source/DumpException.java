package kubenat.source;

import java.util.Optional;

/** The input is not a dump at all: it cannot be read, or nothing in it is iptables' output. The message is one line. */
public final class DumpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String help;

    public DumpException(String message) {
        this(message, "");
    }

    public DumpException(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What the user may do about it, where that is known. */
    public Optional<String> help() {
        return help.isEmpty() ? Optional.empty() : Optional.of(help);
    }
}
