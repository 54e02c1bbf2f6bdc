package kubenat.model.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A probability of {@code -m statistic}.
 *
 * @param kernel what the kernel keeps of it: the {@code k} of {@code k / 2^31}, rounded as libxt_statistic 1.8.9 does
 * @param text the number as it was written, without zeros at its end
 */
record Probability(long kernel, String text) {
    private static final long ONE = 1L << 31;

    /** With more decimals the product below would not fit a long. */
    private static final int MOST_DECIMALS = 13;

    /** Reads a number from 0 to 1. */
    static Optional<Probability> read(String word) {
        int decimals = word.length() - 2;
        boolean isPlain = decimals >= 1 && decimals <= MOST_DECIMALS && word.startsWith("0.") && isDigits(word, 2);
        return isPlain ? Optional.of(plain(word, decimals)) : Exact.read(word);
    }

    private static boolean isDigits(String word, int from) {
        for (int i = from; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** As iptables-save prints it: {@code n / 10^d * 2^31} is {@code n * 2^(31 - d) / 5^d}. */
    private static Probability plain(String word, int decimals) {
        long above = Long.parseLong(word.substring(2)) << (31 - decimals);
        long below = 1;
        for (int i = 0; i < decimals; i++) {
            below *= 5;
        }
        int end = word.length();
        while (word.charAt(end - 1) == '0') {
            end--;
        }
        return new Probability((2 * above + below) / (2 * below), end == 2 ? "0" : word.substring(0, end));
    }

    /** Any other number; apart, because BigDecimal's tables take a start long to fill. */
    private static final class Exact {
        private static Optional<Probability> read(String word) {
            try {
                BigDecimal number = new BigDecimal(word);
                BigDecimal k = number.multiply(BigDecimal.valueOf(ONE)).setScale(0, RoundingMode.HALF_UP);
                boolean sound = k.signum() >= 0 && k.compareTo(BigDecimal.valueOf(ONE)) <= 0;
                return sound
                        ? Optional.of(new Probability(
                                k.longValueExact(), number.stripTrailingZeros().toPlainString()))
                        : Optional.empty();
            } catch (NumberFormatException | ArithmeticException notANumber) {
                return Optional.empty();
            }
        }
    }
}
