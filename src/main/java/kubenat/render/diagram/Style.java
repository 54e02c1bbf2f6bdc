package kubenat.render.diagram;

import java.util.Locale;

/** What a node or edge is, and how it looks. */
public enum Style {
    PACKET("#0f172a", "#0f172a", "#ffffff"),
    STEP("#eff6ff", "#2563eb", "#0f172a"),
    PLAIN("#ffffff", "#64748b", "#0f172a"),
    SERVICE("#f5f3ff", "#7c3aed", "#0f172a"),
    ENDPOINT("#f0fdfa", "#0d9488", "#0f172a"),
    MARK("#fffbeb", "#d97706", "#92400e"),
    DEAD("#f1f5f9", "#94a3b8", "#475569"),
    PROBLEM("#fef2f2", "#dc2626", "#991b1b");

    private final String fill;
    private final String line;
    private final String ink;

    Style(String fill, String line, String ink) {
        this.fill = fill;
        this.line = line;
        this.ink = ink;
    }

    String fill() {
        return fill;
    }

    /** The colour of text. */
    String ink() {
        return ink;
    }

    String line() {
        return line;
    }

    /** Such as {@code endpoint}: a name in all languages. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
