package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;

/**
 * A match module or a target of one rule, with the options that the rule gives it.
 *
 * @param opener the words that bring it in, such as {@code -m tcp}; none for what needs no {@code -m}
 * @param given grows while the line is read
 * @param strays words after it that belong to no option; grows while the line is read
 */
record Clause<T>(Extension<T> extension, List<Item> opener, List<Given> given, List<Item> strays) {

    static <T> Clause<T> of(Extension<T> extension, List<Item> opener) {
        return new Clause<>(extension, ShapeItems.kept(opener), new ArrayList<>(), new ArrayList<>());
    }

    /** The sound options that the model's reader knows. */
    Arguments arguments() {
        List<Argument> readable = new ArrayList<>(given.size());
        for (Given one : given) {
            if (isReadable(one)) {
                readable.add(one.argument());
            }
        }
        return new Arguments(extension.name(), readable);
    }

    boolean isReadable(Given one) {
        return one.sound() && extension.models(one.option());
    }

    /** All of it as it stands in the line. */
    String text(String line) {
        List<String> words = new ArrayList<>();
        opener.forEach(item -> words.add(raw(line, item)));
        words.add(options(line));
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Its options and stray words as they stand in the line. */
    String options(String line) {
        List<String> words = new ArrayList<>();
        given.forEach(one -> words.add(one.text(line)));
        strays.forEach(item -> words.add(raw(line, item)));
        return String.join(" ", words);
    }

    static String raw(String line, Item item) {
        return line.substring(item.column() - 1, item.end() - 1);
    }
}
