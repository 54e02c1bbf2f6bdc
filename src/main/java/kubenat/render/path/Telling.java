package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import kubenat.trace.Step;

/** The whole picture in words, for who cannot see it. */
final class Telling {
    private static final int MOST = 12;

    private Telling() {}

    static String of(String title, List<Section> sections) {
        List<String> sentences = new ArrayList<>(List.of(title + "."));
        for (Section section : sections) {
            String from = SourceWords.of(section.from());
            sentences.add(Character.toUpperCase(from.charAt(0)) + from.substring(1) + ": " + Summary.of(section) + ".");
            section.entries().forEach(entry -> entry(entry, sentences));
            section.endings().stream().limit(MOST).forEach(ending -> ending(ending, sentences));
            if (section.endings().size() > MOST) {
                sentences.add("And " + (section.endings().size() - MOST) + " more.");
            }
            section.exits().stream().limit(MOST).forEach(row -> exit(row, sentences));
        }
        return String.join(" ", sentences);
    }

    private static void entry(Entry entry, List<String> sentences) {
        List<String> places =
                entry.steps().stream().map(note -> place(note.step())).toList();
        if (!places.isEmpty()) {
            sentences.add("The packet passes " + String.join(", ", places) + ".");
        }
    }

    private static String place(Step step) {
        return step.rule()
                .map(rule -> step.chain().name() + " rule " + rule.number())
                .orElse(step.chain().name() + " policy " + step.policy());
    }

    private static void ending(Ending ending, List<String> sentences) {
        String by = ending.decision().map(step -> " by " + place(step)).orElse("");
        String only = ending.only().isEmpty() ? "" : " (" + String.join("; ", ending.only()) + ")";
        String why = ending.key().why().isEmpty() ? "" : ": " + ending.key().why();
        sentences.add(ending.share() + " to " + ending.key().headline() + by + only + why + ".");
    }

    private static void exit(ExitRow row, List<String> sentences) {
        String only = row.only().isEmpty() ? "" : " (" + String.join("; ", row.only()) + ")";
        List<String> cards = row.cards().stream()
                .map(card -> (card.name() + " " + card.chip() + " " + card.words()).strip())
                .toList();
        sentences.add("On the way out" + only + ": " + String.join(", then ", cards) + ".");
    }
}
