package kubenat.lint.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import kubenat.model.packet.Share;

/** A share as people read it, with three digits: {@code 50 %}, {@code 33.3 %}, {@code 0.0249 %}. */
final class Percentage {
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Percentage() {}

    static String of(Share share) {
        return of(share.toDouble());
    }

    static String of(double share) {
        return new BigDecimal(share * 100).round(DIGITS).stripTrailingZeros().toPlainString() + " %";
    }
}
