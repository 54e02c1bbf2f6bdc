package kubenat.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** One line as ANTLR wants it, in UTF-16 code units, so that a token's place is a place in the line's text. */
final class LineStream implements CharStream {
    private final String text;
    private int position;

    LineStream(String text) {
        this.text = text;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(text.length(), interval.b + 1));
    }

    @Override
    public void consume() {
        position++;
    }

    @Override
    public int LA(int distance) {
        int wanted = position + (distance > 0 ? distance - 1 : distance);
        return wanted >= 0 && wanted < text.length() ? text.charAt(wanted) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {
        // The whole line is at hand: nothing to give back.
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = index;
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }
}
