package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import kubenat.source.SourceText;
import kubenat.source.Span;

/**
 * A rule's text where it may be wrapped over several lines: they are joined by one blank each, so that every column can be
 * traced back to its line.
 *
 * @param number the first line's number, from 1
 * @param starts where each line begins in the text
 * @param translated whether what is parsed is other text, so that only the line as a whole can be pointed at
 */
record LogicalLine(int number, String text, List<Integer> starts, boolean translated) {
    static final int MOST_LINES = 40;

    LogicalLine {
        starts = List.copyOf(starts);
    }

    /** The line that begins at an offset, and those that it goes on in. */
    static LogicalLine read(SourceText source, long offset, int number) {
        String first = source.lineAt(offset);
        long next = source.nextLine(offset);
        if (!Wrapping.mayGoOn(source, first, next)) {
            return new LogicalLine(number, first, List.of(0), false);
        }
        StringBuilder text = new StringBuilder(first);
        List<Integer> starts = new ArrayList<>(List.of(0));
        while (starts.size() < MOST_LINES && next < source.bytes().length() && !source.isOverlong(next)) {
            String line = source.lineAt(next);
            if (!Wrapping.goesOn(text, line)) {
                break;
            }
            Wrapping.dropBackslash(text);
            starts.add(text.length() + 1);
            text.append(' ').append(line);
            next = source.nextLine(next);
        }
        Wrapping.dropBackslash(text);
        return new LogicalLine(number, text.toString(), starts, false);
    }

    /** The number of the last line that belongs to it. */
    int lastNumber() {
        return number + starts.size() - 1;
    }

    /** A line that is parsed as other text. */
    static LogicalLine translated(int number, String text) {
        return new LogicalLine(number, text, List.of(0), true);
    }

    /** Where a piece of the text stands in the dump; what runs over a line's end ends there. */
    Span place(Span span) {
        if (translated) {
            int indent = text.length() - text.stripLeading().length();
            return new Span(number, indent + 1, text.strip().length());
        }
        int at = span.column() - 1;
        int line = 0;
        while (line + 1 < starts.size() && starts.get(line + 1) <= at) {
            line++;
        }
        int end = line + 1 < starts.size() ? starts.get(line + 1) - 1 : text.length();
        int from = Math.min(at, end);
        int length = Math.min(span.length(), end - from);
        return new Span(number + line, from - starts.get(line) + 1, Math.max(0, length));
    }
}
