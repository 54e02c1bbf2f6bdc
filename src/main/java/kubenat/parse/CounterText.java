package kubenat.parse;

import java.util.Optional;
import kubenat.model.Counters;

/** Counters as text: {@code [packets:bytes]} in front of a rule, {@code -c packets bytes} within. */
final class CounterText {
    private CounterText() {}

    static Optional<Counters> read(String brackets) {
        int colon = brackets.indexOf(':');
        boolean sound = colon > 0 && brackets.charAt(0) == '[' && brackets.endsWith("]");
        return sound
                ? read(brackets.substring(1, colon), brackets.substring(colon + 1, brackets.length() - 1))
                : Optional.empty();
    }

    /** Two numbers; unsigned 64-bit ones, as the kernel counts. */
    static Optional<Counters> read(String packets, String bytes) {
        try {
            return Optional.of(new Counters(Long.parseUnsignedLong(packets), Long.parseUnsignedLong(bytes)));
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
