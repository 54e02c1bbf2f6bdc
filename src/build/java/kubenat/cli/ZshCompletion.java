package kubenat.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for zsh: a function for its {@code _arguments}. */
final class ZshCompletion {
    private final CommandSpec root;
    private final StringBuilder script = new StringBuilder();

    ZshCompletion(CommandSpec root) {
        this.root = root;
    }

    String text() {
        line("#compdef kube-nat kubectl-service_nat");
        line("local context state state_descr line");
        line("typeset -A opt_args");
        line("_arguments -C \\");
        Words.options(root).forEach(this::option);
        line("  '1: :->command' '*:: :->rest'");
        line("case $state in");
        line("command)");
        line("  local -a commands=(");
        Words.commands(root).forEach(each -> line("    %s", quoted(each.name() + ":" + Words.about(each))));
        line("  )");
        line("  _describe command commands ;;");
        line("rest)");
        line("  case $line[1] in");
        Words.commands(root).forEach(this::command);
        line("  esac ;;");
        line("esac");
        return script.toString();
    }

    private void command(CommandSpec command) {
        line("  %s)", command.name());
        line("    _arguments \\");
        Words.options(command).forEach(this::option);
        line("      '*:dump:_files' ;;");
    }

    /** All spellings of an option exclude each other, unless it may be given several times. */
    private void option(OptionSpec option) {
        String all = String.join(" ", option.names());
        for (String name : option.names()) {
            String repeated = option.isMultiValue() ? "*" : "(" + all + ")";
            line("      %s \\", quoted(repeated + name + "[" + bracketed(Words.about(option)) + "]" + word(option)));
        }
    }

    private static String word(OptionSpec option) {
        if (!Words.takesWord(option)) {
            return "";
        }
        Iterable<String> candidates = option.completionCandidates();
        String words = candidates == null ? "" : "(" + String.join(" ", candidates) + ")";
        return ":" + option.paramLabel() + ":" + (Words.isFile(option) ? "_files" : words);
    }

    private static String bracketed(String text) {
        return text.replace("[", "\\[").replace("]", "\\]");
    }

    private void line(String format, Object... words) {
        script.append(format.formatted(words)).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
