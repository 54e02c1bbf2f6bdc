package kubenat.model.syntax;

import java.util.List;

/** An option as a rule gives it: its printed name, whether {@code !} stands before it, and its words, unquoted. */
public record Argument(String option, boolean negated, List<String> words) {
    public Argument {
        words = List.copyOf(words);
    }

    /** The only word. */
    public String word() {
        return words.get(0);
    }

    /** As a rule has it, such as {@code ! --ctproto 6}. */
    public String text() {
        return (negated ? "! " : "") + option + (words.isEmpty() ? "" : " " + String.join(" ", words));
    }
}
