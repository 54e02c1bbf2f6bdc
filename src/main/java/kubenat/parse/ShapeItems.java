package kubenat.parse;

import java.util.AbstractList;
import java.util.List;
import kubenat.parse.fast.LineTokens;

/** Some words of a line as items, each made when somebody asks: while a line is read like others before, hardly anybody does. */
final class ShapeItems extends AbstractList<Item> {
    private final List<Integer> tokens;
    private final String line;
    private final LineTokens all;

    /** {@code all} must still hold the line when an item is asked for. */
    ShapeItems(List<Integer> tokens, String line, LineTokens all) {
        this.tokens = tokens;
        this.line = line;
        this.all = all;
    }

    @Override
    public Item get(int index) {
        return LineParser.item(line, all, tokens.get(index));
    }

    @Override
    public int size() {
        return tokens.size();
    }

    /** A copy that nobody can change; these themselves, which nobody can. */
    static List<Item> kept(List<Item> items) {
        return items instanceof ShapeItems ? items : List.copyOf(items);
    }
}
