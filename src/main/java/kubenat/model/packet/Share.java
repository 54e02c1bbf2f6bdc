package kubenat.model.packet;

import java.math.BigInteger;

/** The part of the packets that take a way, from 0 to 1, exact: {@code numerator / (odd * 2^power)}. */
public record Share(BigInteger numerator, BigInteger odd, int power) {
    public static final Share NONE = new Share(BigInteger.ZERO, BigInteger.ONE, 0);
    public static final Share ALL = new Share(BigInteger.ONE, BigInteger.ONE, 0);

    public Share {
        if (!odd.equals(BigInteger.ONE)) {
            BigInteger common = numerator.gcd(odd);
            numerator = numerator.divide(common);
            odd = odd.divide(common);
        }
        int twos = numerator.signum() == 0 ? power : Math.min(power, numerator.getLowestSetBit());
        numerator = numerator.shiftRight(twos);
        power -= twos;
    }

    /** The share {@code part / whole}. */
    public static Share of(long part, long whole) {
        int twos = Long.numberOfTrailingZeros(whole);
        return new Share(BigInteger.valueOf(part), BigInteger.valueOf(whole >>> twos), twos);
    }

    /** A probability as the kernel keeps it: {@code k / 2^31} (xt_statistic, mode random). */
    public static Share ofKernelProbability(long k) {
        return new Share(BigInteger.valueOf(k), BigInteger.ONE, 31);
    }

    public Share times(Share other) {
        if (equals(ALL) || other.equals(ALL)) {
            return equals(ALL) ? other : this;
        }
        return new Share(numerator.multiply(other.numerator), odd.multiply(other.odd), power + other.power);
    }

    public Share plus(Share other) {
        int most = Math.max(power, other.power);
        BigInteger mine = numerator.multiply(other.odd).shiftLeft(most - power);
        BigInteger others = other.numerator.multiply(odd).shiftLeft(most - other.power);
        return new Share(mine.add(others), odd.multiply(other.odd), most);
    }

    /** What is left of 1. */
    public Share rest() {
        return new Share(odd.shiftLeft(power).subtract(numerator), odd, power);
    }

    /** This share as a part of a larger one that is not zero. */
    public Share of(Share whole) {
        BigInteger above = numerator.multiply(whole.odd).shiftLeft(whole.power);
        BigInteger below = whole.numerator.multiply(odd);
        int twos = below.getLowestSetBit();
        return new Share(above, below.shiftRight(twos), power + twos);
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** The nearest double, for people and JSON. */
    public double toDouble() {
        int excess = Math.max(0, numerator.bitLength() - 1000);
        int oddExcess = Math.max(0, odd.bitLength() - 1000);
        double top = numerator.shiftRight(excess).doubleValue();
        double bottom = odd.shiftRight(oddExcess).doubleValue();
        return Math.scalb(top / bottom, excess - oddExcess - power);
    }

    /** Whether it is within a relative 1e-6 of the other: the same to a person. */
    public boolean isCloseTo(Share other) {
        double mine = toDouble();
        return Math.abs(mine - other.toDouble()) <= 1e-6 * Math.max(mine, other.toDouble());
    }

    /** Of the ends of its numbers: what is left after thousands of rules has hundred thousands of digits. */
    @Override
    public int hashCode() {
        return 31 * (31 * numerator.intValue() + numerator.bitLength()) + 31 * odd.intValue() + power;
    }
}
