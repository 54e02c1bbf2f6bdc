package kubenat.testing;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Properties: a claim is tried on values drawn from fixed seeds, and a failure names its seed. */
public final class ForAll {
    /** How many seeds a property is tried with. */
    public static final int TRIES = 200;

    private ForAll() {}

    /** What a property claims of a value; it throws when the value breaks it. */
    @FunctionalInterface
    public interface Claim<T> {
        void check(T value) throws Exception;
    }

    /** Tries the claim on {@value #TRIES} values; on a single one with {@code -Dseed=17}. */
    public static <T> void forAll(Function<Random, T> values, Claim<T> claim) {
        forAll(TRIES, values, claim);
    }

    /** Tries the claim on as many values as given; on a single one with {@code -Dseed=17}. */
    public static <T> void forAll(int tries, Function<Random, T> values, Claim<T> claim) {
        Long only = Long.getLong("seed");
        (only == null ? LongStream.range(0, tries) : LongStream.of(only)).forEach(seed -> {
            T value = values.apply(new Random(seed));
            try {
                claim.check(value);
            } catch (Exception | AssertionError broken) {
                throw new AssertionError(
                        "seed %d (-Dseed=%d replays it): %s\n%s".formatted(seed, seed, value, broken.getMessage()),
                        broken);
            }
        });
    }
}
