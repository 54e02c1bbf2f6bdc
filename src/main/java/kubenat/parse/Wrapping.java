package kubenat.parse;

import java.util.regex.Pattern;
import kubenat.source.SourceText;

/**
 * Whether a line goes on in the next one: after a shell's backslash, within a quote, before an option's value, or where the
 * next line begins with an option that only a rule can have.
 */
final class Wrapping {
    /** Compiled when a line is first met that may go on. */
    private static final class Patterns {
        /** Lines that begin like this stand for themselves. */
        private static final Pattern OWN = Pattern.compile(
                "\\s*(?:[*:#\\[]|COMMIT\\b|Chain\\s|-[ANPIFXEDRZ](?:\\s|$)"
                        + "|--(?:append|insert|new-chain|policy|flush|delete-chain|rename-chain|delete|replace|zero)\\b).*",
                Pattern.DOTALL);

        private static final Pattern OPTION = Pattern.compile("\\s*(?:!\\s+)?--?[A-Za-z].*", Pattern.DOTALL);
        private static final Pattern NO_VALUE = Pattern.compile(".*\\s(?:-[jgmspdio]|!)\\s*", Pattern.DOTALL);
    }

    private Wrapping() {}

    /** What can be said at once, of nearly every line. */
    static boolean mayGoOn(SourceText source, String line, long next) {
        byte first = source.bytes().at(next);
        boolean isOwn =
                first == '-' && isCommand(source.bytes().at(next + 1)) || first > 0 && ":[#*C".indexOf(first) >= 0;
        return next < source.bytes().length() && first != '\n' && (!isOwn || line.endsWith("\\"));
    }

    private static boolean isCommand(byte letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    static boolean goesOn(CharSequence text, String next) {
        int end = text.length() - 1;
        if (end >= 0 && text.charAt(end) == '\\') {
            return !next.isBlank();
        }
        if (next.isBlank() || Patterns.OWN.matcher(next).matches()) {
            return false;
        }
        boolean isPrompt =
                CommandLine.of(next).isPresent() || ShellCommand.of(next).isPresent();
        return !isPrompt
                && (Patterns.OPTION.matcher(next).matches()
                        || isOpen(text)
                        || Patterns.NO_VALUE.matcher(text).matches());
    }

    /** Takes away a backslash that only says that the line goes on. */
    static void dropBackslash(StringBuilder text) {
        int end = text.length() - 1;
        if (end >= 0 && text.charAt(end) == '\\') {
            text.setCharAt(end, ' ');
        }
    }

    private static boolean isOpen(CharSequence text) {
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            i += c == '\\' && open ? 1 : 0;
            open ^= c == '"';
        }
        return open;
    }
}
