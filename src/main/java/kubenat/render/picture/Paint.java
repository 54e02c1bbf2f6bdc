package kubenat.render.picture;

import java.util.Locale;

/** A colour by role, for light and for dark; never the only sign of what it means. Contrast of text is AA on its ground in both. */
public enum Paint {
    BACKGROUND("#ffffff", "none", "#0b1220", "none", 0),
    /** No ground at all: an area that holds text. */
    CLEAR("none", "none", "none", "none", 0),
    TEXT("#0f172a", "none", "#e2e8f0", "none", 0),
    MUTED("#475569", "none", "#94a3b8", "none", 0),
    FAINT("#64748b", "none", "#94a3b8", "none", 0),
    PACKET("#0f172a", "none", "#e2e8f0", "none", 0),
    PACKET_TEXT("#ffffff", "none", "#0b1220", "none", 0),
    PACKET_MUTED("#cbd5e1", "none", "#334155", "none", 0),
    CARD("#ffffff", "#cbd5e1", "#111c30", "#334155", 1),
    STRIP("#f8fafc", "#e2e8f0", "#0f1a2e", "#24324a", 1),
    STEP("#2563eb", "none", "#2563eb", "none", 0),
    STEP_TEXT("#ffffff", "none", "#ffffff", "none", 0),
    STEP_WIRE("none", "#2563eb", "none", "#60a5fa", 2.5),
    STEP_ARROW("#2563eb", "none", "#60a5fa", "none", 0),
    CHIP("#eff6ff", "#bfdbfe", "#0f2344", "#1e40af", 1),
    CHIP_TEXT("#1d4ed8", "none", "#93c5fd", "none", 0),
    SERVICE("#f5f3ff", "#7c3aed", "#1c1638", "#a78bfa", 1.5),
    SERVICE_HEAD("#7c3aed", "none", "#7c3aed", "none", 0),
    SERVICE_HEAD_TEXT("#ffffff", "none", "#ffffff", "none", 0),
    RIBBON("#e4dafb", "none", "#3a3561", "none", 0),
    RIBBON_EDGE("none", "#b79cf5", "none", "#7c6fc4", 1),
    RIBBON_ARROW("#9d6ff0", "none", "#8b6fe0", "none", 0),
    PILL("#ffffff", "#7c3aed", "#0b1220", "#a78bfa", 1.2),
    PILL_TEXT("#5b21b6", "none", "#ddd6fe", "none", 0),
    ENDPOINT("#f0fdfa", "#0d9488", "#06251f", "#2dd4bf", 1.5),
    ENDPOINT_BAR("#0d9488", "none", "#0d9488", "none", 0),
    ENDPOINT_WIRE("none", "#0d9488", "none", "#14b8a6", 2.5),
    ENDPOINT_ARROW("#0d9488", "none", "#14b8a6", "none", 0),
    MARK("#fffbeb", "#d97706", "#2a1d06", "#f59e0b", 1.2),
    MARK_TEXT("#92400e", "none", "#fcd34d", "none", 0),
    MARK_BADGE("#1c1003", "none", "#1c1003", "none", 0),
    MARK_WIRE("none", "#d97706", "none", "#f59e0b", 1.6),
    MARK_ARROW("#d97706", "none", "#f59e0b", "none", 0),
    PROBLEM("#fef2f2", "#dc2626", "#2d0e0e", "#f87171", 1.5),
    PROBLEM_TEXT("#991b1b", "none", "#fca5a5", "none", 0),
    PROBLEM_BAR("#dc2626", "none", "#dc2626", "none", 0),
    PROBLEM_RIBBON("#fcd9d9", "none", "#5b2a2f", "none", 0),
    PROBLEM_EDGE("none", "#ee8f8f", "none", "#a34b4f", 1),
    PROBLEM_ARROW("#e05252", "none", "#d65a5a", "none", 0),
    PLAIN("#f1f5f9", "#64748b", "#162033", "#64748b", 1.2),
    PLAIN_BAR("#64748b", "none", "#64748b", "none", 0),
    PLAIN_RIBBON("#dde4ec", "none", "#2b3648", "none", 0),
    PLAIN_EDGE("none", "#a3b1c2", "none", "#5b6b82", 1),
    PLAIN_ARROW("#8393a7", "none", "#73849b", "none", 0),
    EDGE("none", "#64748b", "none", "#7d8ea6", 1.2),
    EDGE_ARROW("#64748b", "none", "#7d8ea6", "none", 0);

    private final Tone light;
    private final Tone dark;
    private final double strokeWidth;
    private final String cssClass;

    /** The colours of a shape's inside and its line; {@code none} for nothing. */
    public record Tone(String fill, String stroke) {}

    Paint(String fill, String stroke, String darkFill, String darkStroke, double strokeWidth) {
        this.light = new Tone(fill, stroke);
        this.dark = new Tone(darkFill, darkStroke);
        this.strokeWidth = strokeWidth;
        this.cssClass = "kn-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Tone light() {
        return light;
    }

    public Tone dark() {
        return dark;
    }

    public double strokeWidth() {
        return strokeWidth;
    }

    /** The class that the dark theme's style names it by. */
    public String cssClass() {
        return cssClass;
    }
}
