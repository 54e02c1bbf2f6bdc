package kubenat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command reads from and writes to.
 *
 * @param bytes where output goes that is not text; what {@code out} holds must be flushed before
 * @param isPiped whether somebody sends something on standard input
 * @param isTerminal whether a person reads standard output as it comes
 * @param isAttended whether a person reads standard error
 */
record Streams(
        PrintWriter out,
        OutputStream bytes,
        PrintWriter err,
        InputStream in,
        boolean isPiped,
        boolean isTerminal,
        boolean isAttended) {

    /** Those of the process. */
    static Streams ofProcess() {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        StandardOutput bytes = StandardOutput.open();
        return new Streams(
                StandardOutput.over(bytes),
                bytes,
                err,
                System.in,
                isPiped(descriptor(0)),
                isTerminal(descriptor(1)),
                isTerminal(descriptor(2)));
    }

    /** Those of a caller within this process, who is no terminal. */
    static Streams of(PrintWriter out, PrintWriter err, InputStream in) {
        try {
            return new Streams(out, new RawOutput(out), err, in, in.available() > 0, false, false);
        } catch (IOException closed) {
            return new Streams(out, new RawOutput(out), err, in, false, false, false);
        }
    }

    /** What an open file of this process is, by Linux' /proc; empty text where there is none, which is no terminal. */
    private static String descriptor(int number) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
        } catch (IOException | UnsupportedOperationException unknown) {
            return "";
        }
    }

    private static boolean isTerminal(String descriptor) {
        return descriptor.startsWith("/dev/pts/")
                || descriptor.startsWith("/dev/tty")
                || descriptor.equals("/dev/console");
    }

    private static boolean isPiped(String descriptor) {
        return !isTerminal(descriptor) && !descriptor.startsWith("/dev/null");
    }
}
