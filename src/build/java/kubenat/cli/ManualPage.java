package kubenat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the language of man(7). */
final class ManualPage {
    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    ManualPage(CommandSpec command) {
        this.command = command;
    }

    String text() {
        String name = command.qualifiedName("-");
        line(".TH \"%s\" 1 \"\" \"%s\"", name.toUpperCase(Locale.ROOT), Version.line());
        section("NAME");
        line("%s \\- %s", escaped(name), escaped(Words.about(command).replaceAll("[.:] .*|[.]$", "")));
        synopsis();
        section("DESCRIPTION");
        line("%s", escaped(Words.about(command)));
        arguments();
        commands();
        exitStatus();
        seeAlso();
        return page.toString();
    }

    private void synopsis() {
        section("SYNOPSIS");
        List<String> words = new ArrayList<>(List.of("[OPTIONS]"));
        command.positionalParameters().forEach(argument -> words.add("[" + argument.paramLabel() + "]..."));
        if (!command.subcommands().isEmpty()) {
            words.add("COMMAND");
        }
        line(".B %s\n%s", escaped(command.qualifiedName()), escaped(String.join(" ", words)));
    }

    private void arguments() {
        section("OPTIONS");
        for (PositionalParamSpec argument : command.positionalParameters()) {
            entry(argument.paramLabel(), Words.about(argument));
        }
        for (OptionSpec option : Words.options(command)) {
            String word = Words.takesWord(option) ? " " + option.paramLabel() : "";
            entry(String.join(", ", option.names()) + word, Words.about(option));
        }
    }

    private void commands() {
        List<CommandSpec> commands = Words.commands(command);
        if (!commands.isEmpty()) {
            section("COMMANDS");
            commands.forEach(each -> entry(each.name(), Words.about(each)));
        }
    }

    private void exitStatus() {
        if (!command.usageMessage().exitCodeList().isEmpty()) {
            section("EXIT STATUS");
            command.usageMessage().exitCodeList().forEach((code, meaning) -> entry(code.strip(), meaning.strip()));
        }
    }

    private void seeAlso() {
        section("SEE ALSO");
        List<String> pages = new ArrayList<>();
        CommandSpec parent = command.parent();
        if (parent == null) {
            Words.commands(command).forEach(each -> pages.add(each.qualifiedName("-")));
        } else {
            pages.add(parent.name());
        }
        pages.add("iptables-save");
        pages.forEach(each -> line(".BR %s (%d)", escaped(each), each.startsWith("iptables") ? 8 : 1));
    }

    private void section(String title) {
        line(".SH %s", title);
    }

    private void entry(String term, String text) {
        line(".TP\n.B %s\n%s", escaped(term), escaped(text));
    }

    private void line(String format, Object... words) {
        page.append(format.formatted(words)).append('\n');
    }

    /** Text that begins no request and keeps its hyphens and backslashes. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
