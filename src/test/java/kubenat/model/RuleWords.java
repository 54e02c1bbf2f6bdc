package kubenat.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.model.match.Match;
import kubenat.model.match.MatchSyntaxes;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;
import kubenat.model.target.Target;
import kubenat.model.target.TargetSyntaxes;

/** Reads the options of a rule without the parser: split at spaces, quotes kept together, each option of the module before it. */
public final class RuleWords {
    private final List<Match> matches = new ArrayList<>();
    private Optional<Target> target = Optional.empty();
    private final List<String> words;
    private int at;

    private RuleWords(String text) {
        this.words = split(text);
    }

    /** The matches of text such as {@code -p tcp -m tcp --dport 80}. */
    public static List<Match> matches(String text) {
        return read(text).matches;
    }

    /** The target of text such as {@code -j MARK --set-xmark 0x1/0x1}. */
    public static Target target(String text) {
        return read(text).target.orElseThrow();
    }

    private static RuleWords read(String text) {
        RuleWords rule = new RuleWords(text);
        rule.read();
        return rule;
    }

    private void read() {
        matches.addAll(module(MatchSyntaxes.CORE));
        while (at < words.size()) {
            String kind = words.get(at);
            String name = words.get(at + 1);
            at += 2;
            if (kind.equals("-m")) {
                matches.addAll(module(syntax(MatchSyntaxes.ALL, name)));
            } else if (kind.equals("-j")) {
                target = Optional.of(module(syntax(TargetSyntaxes.ALL, name)));
            } else {
                throw new IllegalArgumentException("not an option of the module before: " + kind);
            }
        }
    }

    private <T> T module(Syntax<T> syntax) {
        List<Argument> all = new ArrayList<>();
        while (at < words.size()) {
            boolean negated = words.get(at).equals("!");
            String word = words.get(negated ? at + 1 : at);
            Optional<Option> option = syntax.options().stream()
                    .filter(o -> o.names().contains(word))
                    .findFirst();
            if (option.isEmpty()) {
                break;
            }
            if (negated && !option.get().negatable()) {
                throw new BadArgument(word, "no ! before it");
            }
            at += negated ? 2 : 1;
            int end = at + option.get().words();
            while (end < words.size()
                    && end < at + option.get().words() + option.get().optional()
                    && !words.get(end).startsWith("-")
                    && !words.get(end).equals("!")) {
                end++;
            }
            all.add(new Argument(option.get().name(), negated, words.subList(at, end)));
            at = end;
        }
        return syntax.reader().apply(new Arguments(syntax.module(), all));
    }

    private static <T> Syntax<T> syntax(List<Syntax<T>> all, String name) {
        return all.stream()
                .filter(s -> s.module().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such module: " + name));
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)").matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }
}
