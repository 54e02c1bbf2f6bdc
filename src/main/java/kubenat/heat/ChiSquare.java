package kubenat.heat;

/** The chi-square distribution; with {@link StrictMath}, so that every Java says the same. */
final class ChiSquare {
    private static final double NEGLIGIBLE = 1e-15;

    private ChiSquare() {}

    /** The probability that a sum of {@code degrees} squares of standard normal numbers is at least {@code x}. */
    static double tail(double x, int degrees) {
        double a = degrees / 2.0;
        double y = x / 2;
        if (y <= 0) {
            return 1;
        }
        double first = StrictMath.exp(a * StrictMath.log(y) - y - logGamma(degrees));
        return y < a + 1 ? 1 - first * series(a, y) : first * fraction(a, y);
    }

    /** The logarithm of gamma at {@code degrees / 2}, from that at 1/2 or at 1 upwards. */
    private static double logGamma(int degrees) {
        boolean isOdd = degrees % 2 == 1;
        double log = isOdd ? StrictMath.log(StrictMath.PI) / 2 : 0;
        for (double a = isOdd ? 0.5 : 1; a < degrees / 2.0; a++) {
            log += StrictMath.log(a);
        }
        return log;
    }

    /** The lower incomplete gamma function without its first factor (Abramowitz and Stegun 6.5.29). */
    private static double series(double a, double y) {
        double term = 1 / a;
        double sum = term;
        for (double n = a + 1; term > sum * NEGLIGIBLE; n++) {
            term *= y / n;
            sum += term;
        }
        return sum;
    }

    /** The upper one as a continued fraction (6.5.31), by the method of Lentz. */
    private static double fraction(double a, double y) {
        double b = y + 1 - a;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double value = d;
        double factor = 0;
        for (int n = 1; Math.abs(factor - 1) > NEGLIGIBLE && n < 100_000; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            factor = c * d;
            value *= factor;
        }
        return value;
    }
}
