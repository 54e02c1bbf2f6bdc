package kubenat.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.model.Counters;

/** Counters as text: {@code [packets:bytes]} in front of a rule, {@code -c packets bytes} within. */
final class CounterText {
    private static final Pattern BRACKETS = Pattern.compile("\\[(\\d+):(\\d+)]");

    private CounterText() {}

    static Optional<Counters> read(String brackets) {
        Matcher matcher = BRACKETS.matcher(brackets);
        return matcher.matches() ? read(List.of(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Two numbers; unsigned 64-bit ones, as the kernel counts. */
    static Optional<Counters> read(List<String> words) {
        try {
            return Optional.of(
                    new Counters(Long.parseUnsignedLong(words.get(0)), Long.parseUnsignedLong(words.get(1))));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Such as {@code [3:180]}. */
    static String brackets(Counters counters) {
        return "[%s:%s]".formatted(Long.toUnsignedString(counters.packets()), Long.toUnsignedString(counters.bytes()));
    }

    /** Such as {@code -c 3 180}. */
    static String option(Counters counters) {
        return "-c %s %s".formatted(Long.toUnsignedString(counters.packets()), Long.toUnsignedString(counters.bytes()));
    }
}
