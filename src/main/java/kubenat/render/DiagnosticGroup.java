package kubenat.render;

import kubenat.source.Diagnostic;

/**
 * Findings with one cause, of which one is shown.
 *
 * @param more how many there are beside the first
 * @param last the last one's line
 */
public record DiagnosticGroup(Diagnostic first, int more, int last) {
    public DiagnosticGroup(Diagnostic only) {
        this(only, 0, only.span().line());
    }

    /** The same with one more. */
    public DiagnosticGroup with(Diagnostic next) {
        return new DiagnosticGroup(first, more + 1, next.span().line());
    }

    /** How many others there are and how far they go; empty if there are none. */
    String words() {
        return more == 0 ? "" : "and %,d more like it, the last in line %,d".formatted(more, last);
    }
}
