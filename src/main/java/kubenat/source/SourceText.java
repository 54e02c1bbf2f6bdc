package kubenat.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A dump: a name and its bytes, read line by line. */
public final class SourceText {
    /** What a dump that comes through standard input is called. */
    public static final String STDIN = "<stdin>";

    /** Longer lines are cut: iptables-restore 1.8.9 reads no line beyond 10,240 bytes, and a file without line ends is no dump. */
    private static final int LONGEST_LINE = 1 << 20;

    private final String name;
    private final Bytes bytes;
    private final LineStarts lineStarts;
    private final Progress progress = new Progress();

    /** {@code name} is what the user called it: a path as given, or {@link #STDIN}. */
    public SourceText(String name, Bytes bytes) {
        this.name = name;
        this.bytes = bytes;
        this.lineStarts = new LineStarts(bytes);
    }

    public static SourceText of(String name, String text) {
        return new SourceText(name, Bytes.of(text));
    }

    public String name() {
        return name;
    }

    /** How far it has been read. */
    public Progress progress() {
        return progress;
    }

    public Bytes bytes() {
        return bytes;
    }

    /** The text of a line, from 1, without its end; empty if the dump has fewer lines. */
    public String line(int number) {
        return lineAt(lineStarts.of(number));
    }

    /** The text of the line that begins at an offset, without its end; at most its first million bytes. */
    public String lineAt(long start) {
        return bytes.text(start, Math.min(endOfLine(start), start + LONGEST_LINE));
    }

    /** What was made of the text of a line, so that it is written with the line's own bytes where they are no UTF-8. */
    public String inBytesOf(long start, String text) {
        if (isAscii(text) || text.chars().anyMatch(c -> c > 0xFF)) {
            return text;
        }
        byte[] line = bytes.copy(start, Math.min(endOfLine(start), start + LONGEST_LINE));
        boolean isUtf8 = Arrays.equals(line, lineAt(start).getBytes(StandardCharsets.UTF_8));
        return isUtf8 ? text : RawBytes.keep(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Where the line after the one that an offset is in begins; the length of the dump if it is the last one. */
    public long nextLine(long offset) {
        return Math.min(bytes.length(), bytes.indexOf('\n', offset) + 1);
    }

    /** Whether the line that begins at an offset is so long that it is read in part only. */
    public boolean isOverlong(long start) {
        return endOfLine(start) - start > LONGEST_LINE;
    }

    /** Where the line that begins at an offset ends: before its {@code \n} and any {@code \r} in front of that. */
    public long endOfLine(long start) {
        long end = bytes.indexOf('\n', start);
        while (end > start && bytes.at(end - 1) == '\r') {
            end--;
        }
        return end;
    }

    /** Whether the dump ends within the line that begins at an offset: that line has no end, so it may be cut. */
    public boolean endsIn(long start) {
        return bytes.indexOf('\n', start) == bytes.length();
    }

    /** How many lines there are. */
    public long lines() {
        long lines = 0;
        for (long start = 0; start < bytes.length(); start = nextLine(start)) {
            lines++;
        }
        return lines;
    }

    /** What a span covers. */
    public String text(Span span) {
        String line = line(span.line());
        int from = Math.min(line.length(), span.column() - 1);
        return line.substring(from, Math.min(line.length(), from + span.length()));
    }

    @Override
    public String toString() {
        return name;
    }
}
