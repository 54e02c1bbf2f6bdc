package kubenat.parse;

import java.util.Optional;
import kubenat.source.SourceText;

/** Reads the line of a rule, whatever it is wrapped in. */
final class RuleLine {
    private RuleLine() {}

    /** The line that begins at an offset, of a chain; {@code problems} are placed where its words stand. */
    static DumpLine read(
            LineParser parser, SourceText source, long offset, int number, Listed listed, Problems problems) {
        if (listed.listing().isPresent()) {
            String text = source.lineAt(offset);
            Optional<String> rule =
                    Listing.declaration(text).or(() -> listed.listing().get().rule(listed.chain(), text));
            if (rule.isPresent()) {
                problems.enter(LogicalLine.translated(number, text));
                return parser.parse(number, rule.get());
            }
        }
        LogicalLine whole = LogicalLine.read(source, offset, number);
        Optional<ShellCommand> shell = whole.text().startsWith("-") ? Optional.empty() : ShellCommand.of(whole.text());
        problems.enter(whole);
        if (shell.isEmpty()) {
            return parser.parse(number, whole.text());
        }
        DumpLine line = parser.parse(number, shell.get().text());
        line.items().stream()
                .filter(item -> isVariable(whole.text(), item))
                .findFirst()
                .ifPresent(item -> problems.error(
                        SyntaxProblem.NOT_UNDERSTOOD,
                        number,
                        item,
                        "%s is for the shell to fill in: what it stands for is not in the script"
                                .formatted(Item.brief(item.text()))));
        return line.ofShell();
    }

    /** A chain, and how its rows are read if it is listed by {@code iptables -L}. */
    record Listed(String chain, Optional<Listing> listing) {}

    /** Whether the shell puts something else in a word's place. */
    static boolean isVariable(String text, Item item) {
        boolean literal = text.charAt(item.column() - 1) == '\'';
        return !literal && (item.text().indexOf('$') >= 0 || item.text().indexOf('`') >= 0);
    }
}
