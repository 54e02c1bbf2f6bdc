package kubenat.render.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of several texts, each once. */
final class Lines {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** A text as the numbers of its lines, with commas between them. */
    String numbers(String text) {
        return text.lines()
                .map(line ->
                        numbers.computeIfAbsent(line, none -> numbers.size()).toString())
                .collect(Collectors.joining(","));
    }

    /** The lines by number. */
    List<String> all() {
        return new ArrayList<>(numbers.keySet());
    }
}
