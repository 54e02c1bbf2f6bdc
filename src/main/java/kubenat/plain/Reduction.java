package kubenat.plain;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/** Makes one of all elements, two by two. */
final class Reduction<T> implements Consumer<T> {
    private final BinaryOperator<T> operator;
    private Optional<T> result;

    Reduction(BinaryOperator<T> operator) {
        this.operator = operator;
        result = Optional.empty();
    }

    Reduction(BinaryOperator<T> operator, T first) {
        this.operator = operator;
        result = Optional.of(first);
    }

    @Override
    public void accept(T each) {
        result = Optional.of(result.isPresent() ? operator.apply(result.get(), each) : each);
    }

    Optional<T> result() {
        return result;
    }
}
