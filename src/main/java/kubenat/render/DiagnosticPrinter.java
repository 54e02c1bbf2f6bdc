package kubenat.render;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;
import kubenat.source.Span;

/** Prints a finding with the piece of the dump that it is about, marked. */
public final class DiagnosticPrinter {
    /** Columns of a dump's line that are shown; longer lines are cut around the marks. */
    private static final int WIDTH = 100;

    private static final String CUT = "…";

    private final Map<String, SourceText> sources = new LinkedHashMap<>();
    private final Theme theme;

    public DiagnosticPrinter(Collection<SourceText> sources, Theme theme) {
        sources.forEach(source -> this.sources.put(source.name(), source));
        this.theme = theme;
    }

    /** Several lines, the last with its end. */
    public String print(Diagnostic diagnostic) {
        return print(new DiagnosticGroup(diagnostic));
    }

    /** The first of several with one cause, and how many there are beside it. */
    public String print(DiagnosticGroup group) {
        Diagnostic diagnostic = group.first();
        StringBuilder text = new StringBuilder();
        text.append(diagnostic.source()).append(':').append(diagnostic.span()).append(": ");
        text.append(theme.paint(role(diagnostic), diagnostic.severity().name().toLowerCase(Locale.ROOT)));
        text.append(": ").append(theme.plain(diagnostic.message()));
        text.append(" [").append(diagnostic.id()).append("]\n");
        List<String> notes = Stream.of(diagnostic.help().map("help: "::concat).orElse(""), group.words())
                .filter(note -> !note.isEmpty())
                .toList();
        return text.append(quote(diagnostic.source(), diagnostic.span(), notes)).toString();
    }

    /** The line of a dump with the piece marked, and below it notes; each line has its end. */
    public String quote(String dump, Span span, List<String> notes) {
        String gutter = " ".repeat(Integer.toString(span.line()).length());
        StringBuilder text = new StringBuilder();
        SourceText source = sources.get(dump);
        if (source != null) {
            quote(source.line(span.line()), span, gutter, text);
        }
        notes.forEach(note ->
                text.append(gutter).append(" = ").append(theme.plain(note)).append('\n'));
        return text.toString();
    }

    private static Theme.Role role(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> Theme.Role.PROBLEM;
            case WARNING -> Theme.Role.MARK;
            case NOTE -> Theme.Role.STRONG;
        };
    }

    private void quote(String line, Span span, String gutter, StringBuilder text) {
        int from = Math.min(span.column() - 1, line.length());
        int to = Math.min(from + span.length(), line.length());
        Window window = Window.around(line, from, to);
        String before = window.before + visible(line.substring(window.start, from));
        String marked = visible(line.substring(from, Math.max(from, Math.min(to, window.end))));
        String after = visible(line.substring(from + marked.length(), window.end)) + window.after;
        text.append(gutter).append(" |\n");
        text.append(span.line())
                .append(" | ")
                .append(theme.plain(before + marked + after))
                .append('\n');
        text.append(gutter)
                .append(" | ")
                .append(" ".repeat(DisplayWidth.of(theme.plain(before))))
                .append(theme.paint(Theme.Role.PROBLEM, "^".repeat(Math.max(1, DisplayWidth.of(marked)))))
                .append('\n');
    }

    /** A tab takes one column, so that the marks stand below what they mark. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(c == '\t' ? ' ' : Sound.character(c)));
        return visible.toString();
    }

    /** The part of a long line that is shown, in UTF-16 units. */
    private record Window(int start, int end, String before, String after) {
        static Window around(String line, int from, int to) {
            if (line.length() <= WIDTH) {
                return new Window(0, line.length(), "", "");
            }
            int marked = Math.min(to - from, WIDTH / 2);
            int start = Math.max(0, Math.min(from - (WIDTH - marked) / 2, line.length() - WIDTH));
            int end = Math.min(line.length(), start + WIDTH);
            start = Math.min(whole(line, start), from);
            end = whole(line, end);
            return new Window(start, end, start > 0 ? CUT : "", end < line.length() ? CUT : "");
        }

        /** Not between the two halves of one character. */
        private static int whole(String line, int at) {
            return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at + 1 : at;
        }
    }
}
