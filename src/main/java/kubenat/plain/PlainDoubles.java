package kubenat.plain;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** A {@link PlainStream} of fractions. Its sums are Java's to the last bit, for they are made by Java. */
final class PlainDoubles extends RestOfDoubles {
    private final Consumer<DoubleConsumer> walk;

    /** Of what hands all its numbers to whoever takes them. */
    PlainDoubles(Consumer<DoubleConsumer> walk) {
        this.walk = walk;
    }

    @Override
    public void forEach(DoubleConsumer action) {
        walk.accept(action);
    }

    @Override
    public double sum() {
        return summaryStatistics().getSum();
    }

    @Override
    public OptionalDouble min() {
        DoubleSummaryStatistics all = summaryStatistics();
        return all.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.getMin());
    }

    @Override
    public OptionalDouble max() {
        DoubleSummaryStatistics all = summaryStatistics();
        return all.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.getMax());
    }

    @Override
    public DoubleSummaryStatistics summaryStatistics() {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        walk.accept(all);
        return all;
    }

    @Override
    public boolean isParallel() {
        return false;
    }

    @Override
    public DoubleStream sequential() {
        return this;
    }

    @Override
    public void close() {
        // There is nothing behind it.
    }

    @Override
    DoubleStream java() {
        return StreamSupport.doubleStream(() -> Arrays.spliterator(elements()), 0, false);
    }

    private double[] elements() {
        DoubleStream.Builder elements = DoubleStream.builder();
        walk.accept(elements);
        return elements.build().toArray();
    }
}
