package kubenat.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish: one {@code complete} command per command and option. */
final class FishCompletion {
    private final CommandSpec root;
    private final StringBuilder script = new StringBuilder();

    FishCompletion(CommandSpec root) {
        this.root = root;
    }

    String text() {
        line("complete -c kube-nat -n __fish_use_subcommand -f");
        Words.options(root).forEach(option -> option("__fish_use_subcommand", option));
        for (CommandSpec command : Words.commands(root)) {
            line(
                    "complete -c kube-nat -n __fish_use_subcommand -a %s -d %s",
                    command.name(), quoted(Words.about(command)));
            String condition = "'__fish_seen_subcommand_from %s'".formatted(command.name());
            Words.options(command).forEach(option -> option(condition, option));
        }
        return script.toString();
    }

    private void option(String condition, OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        String word = !Words.takesWord(option) ? "" : Words.isFile(option) ? " -r -F" : " -x" + words(option);
        line("complete -c kube-nat -n %s%s%s -d %s", condition, names, word, quoted(Words.about(option)));
    }

    private static String words(OptionSpec option) {
        Iterable<String> candidates = option.completionCandidates();
        return candidates == null ? "" : " -a " + quoted(String.join(" ", candidates));
    }

    private void line(String format, Object... words) {
        script.append(format.formatted(words)).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
