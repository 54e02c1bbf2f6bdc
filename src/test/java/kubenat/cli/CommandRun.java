package kubenat.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What one command line said and how it ended. It is read as in the packaged program, whose options the build finds. */
public record CommandRun(int exitCode, String out, String err) {
    private static final KnownOptions OPTIONS = new AnnotatedOptions();

    /** Runs {@code kube-nat} with the arguments and nothing to read on standard input. */
    public static CommandRun of(String... arguments) {
        return withInput("", arguments);
    }

    /** Runs {@code kube-nat} with the arguments and the text on standard input. */
    public static CommandRun withInput(String input, String... arguments) {
        return withInput(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    /** Runs {@code kube-nat} with the arguments and the bytes on standard input. */
    public static CommandRun withInput(byte[] input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Streams streams = Streams.of(new PrintWriter(out), new PrintWriter(err), new ByteArrayInputStream(input));
        int exitCode = KubeNat.run(streams, OPTIONS, arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
