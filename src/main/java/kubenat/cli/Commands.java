package kubenat.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands, in the order in which help lists them. A new command is one line here. */
final class Commands {
    private static final Map<String, Function<Streams, Callable<Integer>>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("trace", TraceCommand::new);
        BY_NAME.put("services", ServicesCommand::new);
        BY_NAME.put("graph", GraphCommand::new);
        BY_NAME.put("report", ReportCommand::new);
        BY_NAME.put("lint", LintCommand::new);
        BY_NAME.put("explain", ExplainCommand::new);
        BY_NAME.put("checks", ChecksCommand::new);
        BY_NAME.put("fmt", FmtCommand::new);
    }

    private Commands() {}

    /**
     * Gives the root command its commands: the one that the arguments begin with, or else all of them, for help and for
     * suggestions. To build a command means to read its annotations, and a start has no time to read those of all.
     */
    static void addTo(CommandLine root, Streams streams, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (BY_NAME.containsKey(first)) {
            add(root, first, streams);
        } else {
            BY_NAME.keySet().forEach(name -> add(root, name, streams));
        }
    }

    /** A command of this name; nothing if there is none. */
    static Optional<Callable<Integer>> named(String name, Streams streams) {
        return Optional.ofNullable(BY_NAME.get(name)).map(command -> command.apply(streams));
    }

    private static void add(CommandLine root, String name, Streams streams) {
        named(name, streams).ifPresent(command -> root.addSubcommand(name, command));
    }
}
