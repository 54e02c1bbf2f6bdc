package kubenat.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells that stand one below the other, each column as wide as its widest cell up to a limit. The last cell of a
 * line may be longer than its column, and does not make it wider. What a terminal has no room for goes on below.
 */
public final class Columns {
    private static final int WIDEST = 72;
    private static final int BETWEEN = 2;

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
            List<Cell> plain = row.stream()
                    .map(cell -> cell.withText(theme.plain(cell.text())))
                    .toList();
            Row line = new Row(indent.length(), isTight(indent, plain, widths, theme), theme, out.append(indent));
            for (int i = 0; i < row.size(); i++) {
                Cell cell = plain.get(i);
                if (widths[i] > 0 || !cell.text().isEmpty()) {
                    line.add(cell, widths[i], right.get(i) && i < row.size() - 1);
                }
            }
            out.append('\n');
        }
    }

    /** Whether a row has no room in its line; then a wide empty column stays narrow. */
    private static boolean isTight(String indent, List<Cell> row, int[] widths, Theme theme) {
        int length = indent.length();
        for (int i = 0; i < row.size(); i++) {
            length += Math.max(widths[i], DisplayWidth.of(row.get(i).text())) + (i == 0 ? 0 : BETWEEN);
        }
        return length > theme.width();
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

    /** A row while it is written. */
    private static final class Row {
        /** How far what goes on below stands to the right of the first text. */
        private static final int HANGING = 4;

        private final boolean isTight;
        private final Theme theme;
        private final StringBuilder out;
        private int column;
        private int due;
        private int below;

        Row(int column, boolean isTight, Theme theme, StringBuilder out) {
            this.column = column;
            this.isTight = isTight;
            this.theme = theme;
            this.out = out;
        }

        void add(Cell cell, int width, boolean isRight) {
            String text = cell.text();
            int length = DisplayWidth.of(text);
            int blanks = Math.max(0, width - length);
            if (text.isEmpty()) {
                due += (isTight && width > theme.width() / 3 ? HANGING : width) + BETWEEN;
                return;
            }
            int before = due + (isRight ? blanks : 0);
            if (column + before + length > theme.width()) {
                broken(cell, before);
            } else {
                write(cell, before);
            }
            due = BETWEEN + (isRight ? 0 : blanks);
        }

        private void write(Cell cell, int before) {
            out.append(" ".repeat(before)).append(theme.paint(cell));
            column += before + DisplayWidth.of(cell.text());
            boolean isNumber = cell.text().codePoints().allMatch(c -> c < 'A' || c == '×');
            if (below == 0 && !isNumber) {
                int leading = cell.text().length() - cell.text().stripLeading().length();
                below = Math.min(column - DisplayWidth.of(cell.text()) + leading + HANGING, theme.width() / 2);
            }
        }

        /** A cell that does not fit in its line: on lines of its own, unless the line holds nothing yet that is to be read. */
        private void broken(Cell cell, int before) {
            boolean isFirst = below == 0;
            String text = cell.text();
            String leading =
                    text.substring(0, text.length() - text.stripLeading().length());
            int start = isFirst ? column + before + leading.length() : 0;
            int next = isFirst ? Math.min(start + HANGING, theme.width() / 2) : below;
            if (!isFirst) {
                newLine(next);
            }
            int room = Math.max(1, theme.width() - next);
            List<String> lines = Broken.lines(text.strip(), isFirst ? theme.width() - start : room, room);
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    newLine(next);
                }
                write(
                        cell.withText(i == 0 && isFirst ? leading + lines.get(i) : lines.get(i)),
                        i == 0 && isFirst ? before : 0);
            }
        }

        private void newLine(int at) {
            out.append('\n').append(" ".repeat(at));
            column = at;
        }
    }
}
