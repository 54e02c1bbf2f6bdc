package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.model.syntax.Option;

/**
 * How options may be written, as getopt_long reads them: by any of their names, {@code --name=value}, {@code -xvalue}, or
 * cut short as long as only one option begins so.
 */
final class Spelling {
    private final List<Clause<?>> loaded;

    /** {@code loaded} is where options may come from, the first that has one wins; it may change between searches. */
    Spelling(List<Clause<?>> loaded) {
        this.loaded = loaded;
    }

    /** An option that was found, and the value that is written in one word with it; empty if none is. */
    record Found(Clause<?> clause, Option option, Optional<String> value) {}

    Optional<Found> find(String written) {
        return exact(written, Optional.empty())
                .or(() -> beforeEqualsSign(written))
                .or(() -> shortWithValue(written))
                .or(() -> abbreviated(written, Optional.empty()));
    }

    private Optional<Found> exact(String name, Optional<String> value) {
        for (Clause<?> clause : loaded) {
            Optional<Option> option = clause.extension().option(name);
            if (option.isPresent()) {
                return Optional.of(new Found(clause, option.get(), value));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> beforeEqualsSign(String written) {
        int sign = written.indexOf('=');
        if (sign < 0 || !written.startsWith("--")) {
            return Optional.empty();
        }
        String name = written.substring(0, sign);
        Optional<String> value = Optional.of(written.substring(sign + 1));
        return exact(name, value)
                .or(() -> abbreviated(name, value))
                .filter(found -> found.option().words() == 1);
    }

    private Optional<Found> shortWithValue(String written) {
        return written.startsWith("--") || written.length() < 3
                ? Optional.empty()
                : exact(written.substring(0, 2), Optional.of(written.substring(2)))
                        .filter(found -> found.option().words() == 1);
    }

    private Optional<Found> abbreviated(String beginning, Optional<String> value) {
        if (!beginning.startsWith("--") || beginning.length() < 3) {
            return Optional.empty();
        }
        List<Found> possible = loaded.stream()
                .flatMap(clause ->
                        clause.extension().abbreviated(beginning).map(option -> new Found(clause, option, value)))
                .toList();
        boolean one =
                possible.stream().map(found -> found.option().name()).distinct().count() == 1;
        return one ? Optional.of(possible.get(0)) : Optional.empty();
    }
}
