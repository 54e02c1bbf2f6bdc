package kubenat.lint;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first asked for; several threads may ask. */
final class Once<T> {
    private final Supplier<T> make;
    private volatile Optional<T> made = Optional.empty();

    Once(Supplier<T> make) {
        this.make = make;
    }

    T get() {
        Optional<T> known = made;
        return known.isPresent() ? known.get() : making();
    }

    private synchronized T making() {
        if (made.isEmpty()) {
            made = Optional.of(make.get());
        }
        return made.get();
    }
}
