package kubenat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kubenat.source.DumpException;
import kubenat.source.EditDistance;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words on the error stream and an exit code. Nothing else does. */
final class ErrorReport {
    private static final int MAX_EDITS = 2;

    private final PrintWriter err;

    ErrorReport(PrintWriter err) {
        this.err = err;
    }

    /** The exit code of the command, or the one of what it threw. */
    int exitCode(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Throwable thrown) {
            return report(thrown);
        }
    }

    /** Says what went wrong. */
    int report(Throwable thrown) {
        Throwable cause = thrown.getCause();
        if (cause != null && (thrown instanceof ExecutionException || thrown instanceof UncheckedIOException)) {
            return report(cause);
        }
        if (thrown instanceof ParameterException wrong) {
            return misused(wrong);
        }
        if (thrown instanceof DumpException notADump) {
            return failed(message(notADump), notADump.help());
        }
        if (thrown instanceof OutputException unwritten) {
            return unwritten.isClosedPipe()
                    ? ExitCode.CLOSED_PIPE
                    : failed("cannot write the output: " + message(unwritten), Optional.empty());
        }
        if (thrown instanceof IOException unread) {
            return failed(words(unread), Optional.empty());
        }
        return fault(thrown);
    }

    private int misused(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        say(message(wrong));
        Optional<String> help = wrong.getCause() instanceof UsageException usage ? usage.help() : Optional.empty();
        if (help.isPresent()) {
            help(help.get());
            return ExitCode.USAGE;
        }
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            nearOption(wrong, command).ifPresent(option -> err.print("Possible solutions: %s\n".formatted(option)));
            err.print(shortUsage(wrong, command));
        }
        err.print("try: %s --help\n".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    /** The option that a misspelt one is nearest to, if it is at most two letters away. */
    private static Optional<String> nearOption(ParameterException wrong, CommandLine command) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched) || !unmatched.isUnknownOption()) {
            return Optional.empty();
        }
        String given = unmatched.getUnmatched().get(0);
        return command.getCommandSpec().optionsMap().keySet().stream()
                .filter(option -> option.startsWith("--") && EditDistance.between(option, given) <= MAX_EDITS)
                .min(Comparator.comparingInt((String option) -> EditDistance.between(option, given))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The commands for somebody who named none; what is missing for somebody who left it out. */
    private static String shortUsage(ParameterException wrong, CommandLine command) {
        if (command.getParent() == null) {
            return command.getUsageMessage();
        }
        return wrong instanceof MissingParameterException ? command.getHelp().fullSynopsis() : "";
    }

    private int failed(String message, Optional<String> help) {
        say(message);
        help.ifPresent(this::help);
        return ExitCode.INPUT;
    }

    private static String words(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        return message(failure);
    }

    private static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    }

    private int fault(Throwable thrown) {
        say("this is a fault of kube-nat, not of your dump");
        if (thrown instanceof OutOfMemoryError) {
            help("it may go through with more memory: KUBE_NAT_JAVA_OPTS=-Xmx8g");
        }
        help("please report it with the lines below; CONTRIBUTING.md says how");
        err.print("kube-nat %s, Java %s\n".formatted(Version.text(), System.getProperty("java.version")));
        thrown.printStackTrace(err);
        return ExitCode.FAULT;
    }

    private void say(String message) {
        err.print("kube-nat: %s\n".formatted(message));
    }

    private void help(String text) {
        err.print("  = help: %s\n".formatted(text));
    }
}
