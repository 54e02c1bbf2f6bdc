package kubenat.parse;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Option;

/**
 * An option as a line gives it.
 *
 * @param option what the table says of it
 * @param items its words in the line, from a {@code !} in front of it on
 * @param sound whether it has the words that it takes and no {@code !} that it may not have
 */
record Given(Option option, Argument argument, List<Item> items, boolean sound) {
    Given {
        items = ShapeItems.kept(items);
    }

    /** The words as they stand in the line. */
    String text(String line) {
        return items.stream()
                .map(item -> line.substring(item.column() - 1, item.end() - 1))
                .collect(Collectors.joining(" "));
    }

    /** The word that a bad value is about: the last one. */
    Item last() {
        return items.get(items.size() - 1);
    }
}
