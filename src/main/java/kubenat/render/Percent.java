package kubenat.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import kubenat.model.packet.Share;

/** Shares as people read them: {@code 50 %}, {@code 33.3 %}, {@code 0.02 %}; never 0 % or 100 % for what is not just that. */
public final class Percent {
    private static final double ROUNDING = 1e-7;

    private Percent() {}

    public static String of(Share share) {
        return of(share.toDouble());
    }

    /** {@code share} is from 0 to 1; what differs from a whole number of percents by kernel rounding alone is that number. */
    public static String of(double share) {
        double percent = share * 100;
        double whole = Math.rint(percent);
        if (Math.abs(percent - whole) <= 100 * ROUNDING && (whole > 0 || percent == 0)) {
            return (int) whole + " %";
        }
        int digits = percent >= 10 ? 3 : percent >= 1 ? 2 : 1;
        BigDecimal rounded = new BigDecimal(percent).round(new MathContext(digits, RoundingMode.HALF_UP));
        if (rounded.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return "99.9 %";
        }
        return rounded.stripTrailingZeros().toPlainString() + " %";
    }
}
