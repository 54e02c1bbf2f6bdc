package kubenat.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ParseResult.GroupMatch;
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
        int exitCode = run(Streams.ofProcess(), KnownOptions.PACKAGED, arguments);
        if (exitCode != ExitCode.OK) {
            // Everything is flushed. Not exit(): since Java 21 it looks for a logger first, which takes longer than
            // --version.
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /**
     * Runs one command line, as the process would.
     *
     * @return the exit code, one of those in {@link ExitCode}
     */
    public static int run(PrintWriter out, PrintWriter err, InputStream in, String... arguments) {
        return run(Streams.of(out, err, in), KnownOptions.NONE, arguments);
    }

    static int run(Streams streams, KnownOptions known, String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            return version(streams);
        }
        int exitCode = new ErrorReport(streams.err()).exitCode(() -> {
            try {
                return execute(streams, known, arguments);
            } finally {
                streams.out().flush();
            }
        });
        streams.err().flush();
        return exitCode;
    }

    private static int execute(Streams streams, KnownOptions known, String... arguments) throws Exception {
        Optional<Callable<Integer>> command = DirectReader.read(known, streams, arguments);
        if (command.isEmpty()) {
            return executeParsed(parsed(streams, arguments));
        }
        try {
            return command.get().call();
        } catch (UsageException wrong) {
            throw misused(parsed(streams, arguments), wrong);
        }
    }

    /** Not CommandLine's execute(): it would handle by itself some of what ErrorReport is for. */
    private static int executeParsed(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UsageException wrong) {
                throw misused(parsed, wrong);
            }
            throw failed;
        }
    }

    private static ParseResult parsed(Streams streams, String... arguments) {
        ParseResult parsed = commandLine(streams, arguments).parseArgs(arguments);
        for (CommandLine each : parsed.asCommandLineList()) {
            refuseRepeated(each);
        }
        return parsed;
    }

    /** For an option that is repeated picocli begins its group anew, and forgets without a word what else was said there. */
    private static void refuseRepeated(CommandLine command) {
        for (ArgGroupSpec group : command.getCommandSpec().argGroups()) {
            List<GroupMatch> matches = command.getParseResult().findMatches(group).stream()
                    .flatMap(found -> found.matches().stream())
                    .toList();
            for (OptionSpec option : matches.size() < 2 ? List.<OptionSpec>of() : group.options()) {
                if (matches.stream()
                                .filter(match -> !match.matchedValues(option).isEmpty())
                                .count()
                        > 1) {
                    throw new ParameterException(
                            command, "option '%s' should be specified only once".formatted(option.longestName()));
                }
            }
        }
    }

    private static ParameterException misused(ParseResult parsed, UsageException wrong) {
        CommandLine last =
                parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        return new ParameterException(last, wrong.getMessage(), wrong);
    }

    /** The root command, with the command that the arguments begin with, or else all of them. */
    static CommandLine commandLine(Streams streams, String... arguments) {
        CommandLine root = new CommandLine(new KubeNat());
        Commands.addTo(root, streams, arguments);
        return root.setOut(streams.out()).setErr(streams.err()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** What picocli would print, without the time that it takes to get ready. */
    private static int version(Streams streams) {
        return new ErrorReport(streams.err()).exitCode(() -> {
            streams.out().print(Version.line() + "\n");
            streams.out().flush();
            return ExitCode.OK;
        });
    }
}
