package kubenat.model.syntax;

import java.util.Optional;
import java.util.OptionalInt;
import kubenat.model.packet.NumberSet;

/** Numbers as iptables writes them: decimal, {@code 0x} hexadecimal, value/mask pairs, and ranges. */
public final class Numbers {
    private Numbers() {}

    /** An unsigned number of up to 32 bits, as the int of the same bits. */
    public static OptionalInt bits(String text) {
        try {
            long value = Long.decode(text.isEmpty() ? "-" : text);
            return value < 0 || value > 0xffff_ffffL ? OptionalInt.empty() : OptionalInt.of((int) value);
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    /** {@code value/mask}; a missing mask is all ones. */
    public static Optional<int[]> valueAndMask(String text) {
        int slash = text.indexOf('/');
        OptionalInt value = bits(slash < 0 ? text : text.substring(0, slash));
        OptionalInt mask = slash < 0 ? OptionalInt.of(-1) : bits(text.substring(slash + 1));
        return value.isPresent() && mask.isPresent()
                ? Optional.of(new int[] {value.getAsInt(), mask.getAsInt()})
                : Optional.empty();
    }

    /** {@code 5}, {@code 5:9}, {@code 5:} and {@code :9}, from 0 to the highest. */
    public static Optional<NumberSet> range(String text, int highest) {
        int colon = text.indexOf(':');
        String low = colon < 0 ? text : text.substring(0, colon);
        String high = colon < 0 ? text : text.substring(colon + 1);
        OptionalInt first = low.isEmpty() && colon >= 0 ? OptionalInt.of(0) : bits(low);
        OptionalInt last = high.isEmpty() && colon >= 0 ? OptionalInt.of(highest) : bits(high);
        boolean sound = first.isPresent()
                && last.isPresent()
                && first.getAsInt() >= 0
                && first.getAsInt() <= last.getAsInt()
                && last.getAsInt() <= highest;
        return sound ? Optional.of(NumberSet.range(first.getAsInt(), last.getAsInt())) : Optional.empty();
    }
}
