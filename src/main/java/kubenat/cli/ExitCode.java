package kubenat.cli;

/** What the exit code of every command means. */
final class ExitCode {
    /** The question is answered, or nothing was found. */
    static final int OK = 0;

    /** {@code trace}: nothing is delivered; {@code lint}, {@code diff}, {@code verify}, {@code test}: findings. */
    static final int FINDINGS = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** The input cannot be read or is not a dump, or the output cannot be written. */
    static final int INPUT = 3;

    /** A fault of kube-nat. */
    static final int FAULT = 4;

    /** Whoever read the output has left; the code a shell gives to a program that SIGPIPE (13) ended. */
    static final int CLOSED_PIPE = 128 + 13;

    private ExitCode() {}
}
