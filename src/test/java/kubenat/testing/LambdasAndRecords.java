package kubenat.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the compiler makes of every form of lambda, method reference and record, for who rewrites it. */
public final class LambdasAndRecords {
    private final int secret = 7;

    private LambdasAndRecords() {}

    /** A record of every type. */
    record All(
            boolean z,
            byte b,
            char c,
            short s,
            int i,
            long j,
            float f,
            double d,
            String text,
            int[] array,
            Object any) {}

    /** A record of nothing. */
    record Nothing() {}

    /** A record that compares itself otherwise. */
    record Own(int a, int b) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Own own && own.a == a;
        }

        @Override
        public int hashCode() {
            return a;
        }
    }

    /** An interface that holds a lambda. */
    interface Holder {
        default Supplier<String> name() {
            return () -> prefix() + getClass().getSimpleName();
        }

        private String prefix() {
            return "I am ";
        }
    }

    /** A class that holds one. */
    static final class Inner implements Holder {
        private String hidden(int times) {
            return "hidden".repeat(times);
        }

        IntFunction<String> reference() {
            return this::hidden;
        }
    }

    /** What all of them give. */
    public static List<String> results() {
        List<String> results = new ArrayList<>();
        lambdas(results);
        references(results);
        records(results);
        return results;
    }

    private static void lambdas(List<String> results) {
        boolean yes = true;
        char letter = 'x';
        long many = 1L << 40;
        double half = 0.5;
        float third = 1 / 3f;
        String text = "text";
        Supplier<String> captures = () -> text + yes + letter + many + half + third;
        IntBinaryOperator sum = (a, b) -> a + b;
        BiFunction<Long, Double, String> two = (a, b) -> a + "," + b + text;
        Function<Integer, Long> widened = number -> number + many;
        BooleanSupplier not = () -> !yes;
        Runnable action = () -> results.add("ran");
        action.run();
        results.add(captures.get() + sum.applyAsInt(1, 2) + two.apply(3L, 0.1) + widened.apply(4) + not.getAsBoolean());
        results.add(Stream.of("b", "a").map(each -> each + text).sorted().collect(Collectors.joining()));
        results.add(IntStream.range(0, 5).mapToObj(each -> each * many).toList().toString());
    }

    private static void references(List<String> results) {
        ToIntFunction<String> length = String::length;
        ToDoubleFunction<String> wide = String::length;
        ToLongFunction<Integer> unboxed = Integer::intValue;
        LongSupplier supplied = new LambdasAndRecords()::secret;
        IntSupplier own = new LambdasAndRecords().own();
        Function<String, StringBuilder> made = StringBuilder::new;
        IntFunction<int[]> array = int[]::new;
        Function<String, Integer> read = Integer::valueOf;
        ToIntFunction<String> found = Map.of("one", 1)::get;
        Comparator<String> order = Comparator.comparing(String::length);
        Supplier<Object> bound = results::size;
        results.add("" + length.applyAsInt("abc") + wide.applyAsDouble("ab") + unboxed.applyAsLong(9));
        results.add("" + supplied.getAsLong() + own.getAsInt() + made.apply("built") + array.apply(3).length);
        results.add("" + read.apply("12") + found.applyAsInt("one") + Integer.signum(order.compare("a", "bb"))
                + bound.get());
        results.add(new Inner().name().get() + new Inner().reference().apply(2));
        Stream.of("added").forEach(results::add);
    }

    private int secret() {
        return secret;
    }

    private IntSupplier own() {
        return () -> secret + secret();
    }

    private static void records(List<String> results) {
        int[] array = {1};
        List<Object> all = new ArrayList<>(List.of(new Nothing(), new Own(1, 2), new Own(1, 3)));
        for (double number : new double[] {0.0, -0.0, Double.NaN, 1.5}) {
            for (String text : new String[] {"text", "other"}) {
                all.add(new All(
                        true, (byte) -1, 'c', (short) 2, 3, 4L << 33, (float) number, number, text, array, text));
            }
        }
        all.add(new All(false, (byte) 1, 'd', (short) 1, 1, 1, 1, 1, null, null, List.of(new Own(5, 6))));
        for (Object each : all) {
            // The hash and the text of an array are those of an object, which another run does not have.
            results.add(each.toString().replace("[I@" + Integer.toHexString(System.identityHashCode(array)), "array"));
            results.add(""
                    + (each.hashCode()
                            - (each instanceof All some && some.array != null
                                    ? 31 * System.identityHashCode(array)
                                    : 0)));
            results.add(
                    all.stream().map(other -> each.equals(other) ? "=" : "/").collect(Collectors.joining()));
        }
    }
}
