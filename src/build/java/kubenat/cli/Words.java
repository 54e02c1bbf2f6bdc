package kubenat.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What picocli's model says of commands and options, as plain text. */
final class Words {
    private Words() {}

    /** The first sentence about a command. */
    static String about(CommandSpec command) {
        return plain(command.usageMessage().description());
    }

    static String about(ArgSpec argument) {
        return plain(argument.description());
    }

    /** The options that help shows, in the order of their names. */
    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
                .toList();
    }

    static List<CommandSpec> commands(CommandSpec root) {
        return root.subcommands().values().stream()
                .map(command -> command.getCommandSpec())
                .toList();
    }

    static boolean takesWord(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** Whether the word after an option is the name of a file. */
    static boolean isFile(ArgSpec argument) {
        return argument.paramLabel().contains("FILE") || argument.paramLabel().contains("DUMP");
    }

    private static String plain(String[] lines) {
        return String.join(
                        " ",
                        Arrays.stream(lines)
                                .map(line -> Ansi.OFF.string(line.formatted()))
                                .toList())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
