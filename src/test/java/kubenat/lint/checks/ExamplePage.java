package kubenat.lint.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kubenat.lint.Check;
import kubenat.lint.CheckPage;

/** A check's page with the examples in it: under "Flagged" with what is found, under "Clean" without. */
record ExamplePage(Check check, String text) {
    @Override
    public String toString() {
        return check.id() + " " + check.name();
    }

    private static final String FENCE = "```";
    private static final String ANSWER = FENCE + "text";

    static ExamplePage of(Check check) {
        return new ExamplePage(check, CheckPage.of(check).text());
    }

    /** The file in the sources. */
    Path path() {
        return Path.of("src/main/java/kubenat/lint/checks", check.page());
    }

    /** A dump has comments that look like headings. */
    List<String> headings() {
        return text.replaceAll("(?ms)^```[\\w-]+\n.*?^```\n", "")
                .lines()
                .filter(line -> line.startsWith("#"))
                .toList();
    }

    /** The examples of a section; an example ends with its answer, or where the next rules begin after other blocks. */
    List<CheckExample> examples(String section) {
        List<CheckExample> examples = new ArrayList<>();
        List<CheckExample.Fence> inputs = new ArrayList<>();
        for (CheckExample.Fence fence : fences(section)) {
            boolean begins = fence.kind().equals("rules") && !inputs.isEmpty();
            if (begins || fence.kind().equals("text")) {
                examples.add(new CheckExample(inputs));
                inputs.clear();
            }
            if (!fence.kind().equals("text")) {
                inputs.add(fence);
            }
        }
        if (!inputs.isEmpty()) {
            examples.add(new CheckExample(inputs));
        }
        return examples;
    }

    private List<CheckExample.Fence> fences(String section) {
        List<CheckExample.Fence> fences = new ArrayList<>();
        String kind = "";
        boolean inside = false;
        StringBuilder content = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (kind.isEmpty() && line.startsWith("## ")) {
                inside = line.equals("## " + section);
            } else if (kind.isEmpty() && line.startsWith(FENCE)) {
                kind = line.substring(FENCE.length()).strip();
                content.setLength(0);
            } else if (line.equals(FENCE)) {
                if (inside) {
                    fences.add(new CheckExample.Fence(kind, content.toString()));
                }
                kind = "";
            } else {
                content.append(line).append('\n');
            }
        }
        return fences;
    }

    /** The page with the answers under "Flagged" as they are now. */
    String rewritten() {
        StringBuilder page = new StringBuilder();
        List<CheckExample> flagged = examples("Flagged");
        int next = 0;
        boolean inside = false;
        boolean skipping = false;
        for (String line : text.lines().toList()) {
            inside = line.startsWith("## ") ? line.equals("## Flagged") : inside;
            if (skipping && line.equals(FENCE)) {
                skipping = false;
            }
            if (!skipping) {
                page.append(line).append('\n');
            }
            if (inside && line.equals(ANSWER)) {
                page.append(flagged.get(next++).report(check));
                skipping = true;
            }
        }
        return page.toString();
    }
}
