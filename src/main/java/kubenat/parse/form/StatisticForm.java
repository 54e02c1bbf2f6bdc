package kubenat.parse.form;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code -m statistic} (libxt_statistic 1.8.9): the kernel keeps a chance in 31 bits, and its 11 digits are printed. */
final class StatisticForm {
    private static final BigDecimal TWO_TO_31 = new BigDecimal(1L << 31);
    private static final int DIGITS = 11;
    private static final int LONGEST = 40;

    private static final Form BY_CHANCE = Form.values(StatisticForm::probability, "--probability")
            .inOrder("--mode", "--probability", "--every", "--packet");

    static final Form FORM = (given, family) -> {
        boolean counts = Form.find(given, "--every").isPresent();
        Form form = counts ? BY_CHANCE.with(Form.option("--packet", false, "0")) : BY_CHANCE;
        return form.canonical(given, family);
    };

    private StatisticForm() {}

    private static String probability(String text) {
        try {
            BigDecimal given = new BigDecimal(text.length() > LONGEST ? "" : text);
            BigDecimal kept = given.multiply(TWO_TO_31).setScale(0, RoundingMode.HALF_UP);
            boolean sound = kept.signum() >= 0 && kept.compareTo(TWO_TO_31) <= 0;
            return sound
                    ? kept.divide(TWO_TO_31)
                            .setScale(DIGITS, RoundingMode.HALF_EVEN)
                            .toPlainString()
                    : text;
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }
}
