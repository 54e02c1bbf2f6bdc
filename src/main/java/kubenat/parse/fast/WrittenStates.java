package kubenat.parse.fast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A lexer's automaton as text, which takes no time to read: the build writes all its states down, and a start runs none of ANTLR's
 * code to find those that it needs. Characters that lead to the same states everywhere share a column.
 */
public final class WrittenStates implements LexerStates {
    /** What is added to each number, so that the least is a character like any other. */
    private static final int LEAST = 2;

    private static final int SYMBOLS = 128;
    private static final int HEAD = 3;

    private final String text;
    private final int modes;
    private final int columns;
    /** Where the states begin in the text: what each accepts, the mode after it, and its columns. */
    private final int states;

    /** Reads what {@link #text} has written. */
    public WrittenStates(String text) {
        this.text = text;
        modes = number(0);
        columns = number(1);
        states = HEAD + SYMBOLS + modes;
    }

    private int number(int at) {
        return text.charAt(at) - LEAST;
    }

    @Override
    public int modes() {
        return modes;
    }

    @Override
    public int start(int mode) {
        return number(HEAD + SYMBOLS + mode);
    }

    @Override
    public int step(int state, int symbol) {
        return number(place(state) + 2 + number(HEAD + symbol));
    }

    @Override
    public int accepts(int state) {
        return number(place(state));
    }

    @Override
    public int modeAfter(int state) {
        return number(place(state) + 1);
    }

    private int place(int state) {
        return states + state * (columns + 2);
    }

    /** How many states there are. */
    public int count() {
        return number(2);
    }

    /** All states of an automaton that can be reached. */
    public static String text(LexerStates all) {
        List<Integer> starts = new ArrayList<>();
        for (int mode = 0; mode < all.modes(); mode++) {
            starts.add(all.start(mode));
        }
        List<List<Integer>> rows = new ArrayList<>();
        // Each state has the next free number when it is met first.
        for (int state = 0, known = starts.size(); state < known; state++) {
            List<Integer> row = new ArrayList<>();
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                row.add(all.step(state, symbol));
                known = Math.max(known, row.get(symbol) + 1);
            }
            rows.add(row);
        }
        Map<List<Integer>, Integer> columns = new LinkedHashMap<>();
        List<Integer> columnOf = new ArrayList<>();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            int each = symbol;
            List<Integer> column = rows.stream().map(row -> row.get(each)).toList();
            columnOf.add(columns.computeIfAbsent(column, unused -> columns.size()));
        }
        List<Integer> numbers = new ArrayList<>(List.of(all.modes(), columns.size(), rows.size()));
        numbers.addAll(columnOf);
        numbers.addAll(starts);
        for (int state = 0; state < rows.size(); state++) {
            numbers.add(all.accepts(state));
            numbers.add(all.modeAfter(state));
            for (List<Integer> column : columns.keySet()) {
                numbers.add(column.get(state));
            }
        }
        StringBuilder text = new StringBuilder();
        numbers.forEach(each -> text.append((char) (each + LEAST)));
        return text.toString();
    }
}
