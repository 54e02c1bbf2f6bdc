package kubenat.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The root command: {@code kube-nat COMMAND [options] [DUMP…]}. */
@Command(
        name = "kube-nat",
        description = "Reads iptables dumps and follows a packet through them to the Service and the Pods it reaches.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class KubeNat {
    private KubeNat() {}

    public static void main(String[] arguments) {
        System.exit(run(Streams.ofProcess(), arguments));
    }

    /**
     * Runs one command line, as the process would.
     *
     * @return the exit code, one of those in {@link ExitCode}
     */
    public static int run(PrintWriter out, PrintWriter err, InputStream in, String... arguments) {
        return run(Streams.of(out, err, in), arguments);
    }

    static int run(Streams streams, String... arguments) {
        CommandLine root = new CommandLine(new KubeNat());
        Commands.addTo(root, streams, arguments);
        root.setOut(streams.out()).setErr(streams.err()).setCaseInsensitiveEnumValuesAllowed(true);
        // Not execute(): it would handle by itself some of what ErrorReport is for.
        int exitCode = new ErrorReport(streams.err()).exitCode(() -> {
            try {
                return new RunLast().execute(root.parseArgs(arguments));
            } finally {
                streams.out().flush();
            }
        });
        streams.err().flush();
        return exitCode;
    }
}
