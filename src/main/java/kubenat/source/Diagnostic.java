package kubenat.source;

import java.util.Optional;

/**
 * Something to say about one place of a dump.
 *
 * @param id what kind of finding this is, such as IPT001
 * @param source name of the dump, as the user gave it
 * @param message one line in lower case without a full stop, naming the things concerned
 * @param help what to do about it, where that is known
 */
public record Diagnostic(
        String id, Severity severity, String source, Span span, String message, Optional<String> help) {

    public static Diagnostic error(String id, String source, Span span, String message) {
        return new Diagnostic(id, Severity.ERROR, source, span, message, Optional.empty());
    }

    public static Diagnostic warning(String id, String source, Span span, String message) {
        return new Diagnostic(id, Severity.WARNING, source, span, message, Optional.empty());
    }

    public static Diagnostic note(String id, String source, Span span, String message) {
        return new Diagnostic(id, Severity.NOTE, source, span, message, Optional.empty());
    }

    /** The same at another place. */
    public Diagnostic at(Span place) {
        return new Diagnostic(id, severity, source, place, message, help);
    }

    public Diagnostic withHelp(String text) {
        return new Diagnostic(id, severity, source, span, message, Optional.of(text));
    }

    /** The finding as one line, without the text it points at: {@code FILE:LINE:COLUMN: error: MESSAGE [ID]}. */
    @Override
    public String toString() {
        return "%s:%s: %s: %s [%s]"
                .formatted(source, span, severity.name().toLowerCase(java.util.Locale.ROOT), message, id);
    }
}
