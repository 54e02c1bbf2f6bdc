package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.model.syntax.BadArgument;

/** Reports a word that the model cannot read at the place where it stands. */
final class BadValue {
    private BadValue() {}

    static void report(BadArgument bad, String id, List<Given> given, DumpLine line, Problems problems) {
        Optional<Given> culprit = given.stream()
                .filter(one -> one.option().name().equals(bad.option()))
                .findFirst();
        Item place = culprit.map(Given::last).orElseGet(() -> whole(given, line));
        String found = culprit.map(
                        one -> Item.brief(String.join(" ", one.argument().words())))
                .orElse("");
        String message = found.isEmpty()
                ? "%s: expected %s".formatted(bad.option(), bad.getMessage())
                : "%s: expected %s, found %s".formatted(bad.option(), bad.getMessage(), found);
        problems.error(id, line.number(), place, message);
    }

    /** The place of what is missing: the options around it, or the whole line where there are none. */
    private static Item whole(List<Given> given, DumpLine line) {
        if (given.isEmpty()) {
            return new Item(Item.Kind.WORD, line.text(), 1, line.text().length());
        }
        return Item.spanning(
                line.text(),
                given.get(0).items().get(0),
                given.get(given.size() - 1).last());
    }
}
