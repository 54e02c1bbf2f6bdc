package kubenat.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells that stand one below the other, each column as wide as its widest cell up to a limit. The last cell of a
 * line may be longer than its column, and does not make it wider.
 */
public final class Columns {
    private static final int WIDEST = 72;

    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Boolean> right;

    /** One flag for each column: whether its cells stand at the right. */
    public Columns(List<Boolean> right) {
        this.right = List.copyOf(right);
    }

    public void add(Cell... row) {
        rows.add(List.of(row));
    }

    /** Each row on a line of its own, after some spaces. */
    public void print(String indent, Theme theme, StringBuilder out) {
        int[] widths = widths(theme);
        for (List<Cell> row : rows) {
            out.append(indent);
            int due = 0;
            for (int i = 0; i < row.size(); i++) {
                String text = theme.plain(row.get(i).text());
                if (widths[i] == 0 && text.isEmpty()) {
                    continue;
                }
                int blanks = Math.max(0, widths[i] - DisplayWidth.of(text));
                if (text.isEmpty()) {
                    due += widths[i] + 2;
                } else {
                    boolean isRight = right.get(i) && i < row.size() - 1;
                    out.append(" ".repeat(due + (isRight ? blanks : 0)));
                    out.append(theme.paint(row.get(i).role(), text));
                    due = 2 + (isRight ? 0 : blanks);
                }
            }
            out.append('\n');
        }
    }

    private int[] widths(Theme theme) {
        int[] widths = new int[right.size()];
        for (List<Cell> row : rows) {
            for (int i = 0; i < row.size() - 1; i++) {
                int width = DisplayWidth.of(theme.plain(row.get(i).text()));
                widths[i] = Math.max(widths[i], width <= WIDEST ? width : 0);
            }
        }
        return widths;
    }
}
