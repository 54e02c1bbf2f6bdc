package kubenat.source;

/**
 * A piece of one line of a dump. Lines and columns count from 1; columns and lengths are in UTF-16 code units of the
 * decoded line, the unit of SARIF and of editors.
 */
public record Span(int line, int column, int length) {
    public Span {
        if (line < 1 || column < 1 || length < 0) {
            throw new IllegalArgumentException("not a span: %d:%d+%d".formatted(line, column, length));
        }
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
