package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of one line of {@code ip} output, where a keyword stands before its value. */
record Words(List<String> all) {
    Words {
        all = List.copyOf(all);
    }

    static Words of(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int end = at;
            while (end < line.length() && !isBlank(line.charAt(end))) {
                end++;
            }
            if (end > at) {
                words.add(line.substring(at, end));
            }
            at = end + 1;
        }
        return new Words(words);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\\';
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The word at a place, from 0; empty text where the line is shorter. */
    String at(int index) {
        return index < all.size() ? all.get(index) : "";
    }

    /** The word after the first {@code keyword}. */
    Optional<String> after(String keyword) {
        int at = all.indexOf(keyword);
        return at >= 0 && at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty();
    }
}
