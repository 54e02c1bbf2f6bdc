package kubenat.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something to say about one place of a dump.
 *
 * @param id what kind of finding this is, such as IPT001
 * @param source name of the dump, as the user gave it
 * @param message one line in lower case without a full stop, naming the things concerned
 * @param help what to do about it, where that is known
 * @param lines how many lines it is about, from the span's on
 */
public record Diagnostic(
        String id, Severity severity, String source, Span span, String message, Optional<String> help, int lines) {

    /** Compiled when findings are first put together by their causes. */
    private static final class Patterns {
        private static final Pattern QUOTED = Pattern.compile(
                ", found .*|^.* (?=belongs to no option)|^.* (?=is for the shell)|(?<=does not declare )[^ ,]+",
                Pattern.DOTALL);
    }

    public static Diagnostic error(String id, String source, Span span, String message) {
        return new Diagnostic(id, Severity.ERROR, source, span, message, Optional.empty(), 1);
    }

    public static Diagnostic warning(String id, String source, Span span, String message) {
        return new Diagnostic(id, Severity.WARNING, source, span, message, Optional.empty(), 1);
    }

    public static Diagnostic note(String id, String source, Span span, String message) {
        return new Diagnostic(id, Severity.NOTE, source, span, message, Optional.empty(), 1);
    }

    /** The same at another place. */
    public Diagnostic at(Span place) {
        return new Diagnostic(id, severity, source, place, message, help, lines);
    }

    public Diagnostic withHelp(String text) {
        return new Diagnostic(id, severity, source, span, message, Optional.of(text), lines);
    }

    /** The same about several lines that follow each other. */
    public Diagnostic ofLines(int count) {
        return new Diagnostic(id, severity, source, span, message, help, count);
    }

    /** What findings with one cause have in common: all but the words that they quote from the dump. */
    public String cause() {
        return id + " " + Patterns.QUOTED.matcher(message).replaceAll("");
    }

    /** The finding as one line, without the text it points at: {@code FILE:LINE:COLUMN: error: MESSAGE [ID]}. */
    @Override
    public String toString() {
        return "%s:%s: %s: %s [%s]"
                .formatted(source, span, severity.name().toLowerCase(java.util.Locale.ROOT), message, id);
    }
}
