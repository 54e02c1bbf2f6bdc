package kubenat.model.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that one {@code -m} module or one target was given, in order. */
public record Arguments(String module, List<Argument> all) {
    public Arguments {
        all = List.copyOf(all);
    }

    public boolean has(String option) {
        return find(option).isPresent();
    }

    public boolean negated(String option) {
        return find(option).map(Argument::negated).orElse(false);
    }

    /** The first use of an option. */
    public Optional<Argument> find(String option) {
        for (Argument argument : all) {
            if (argument.option().equals(option)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /** The first word of an option that must be there. */
    public String word(String option) {
        return find(option)
                .filter(a -> !a.words().isEmpty())
                .map(Argument::word)
                .orElseThrow(() -> new BadArgument(module, option + " is missing"));
    }

    /** The first word of an option, read as a value; {@code expected} says what it should have been. */
    public <T> Optional<T> read(String option, String expected, Function<String, Optional<T>> reader) {
        return find(option)
                .map(a -> reader.apply(a.words().isEmpty() ? "" : a.word())
                        .orElseThrow(() -> new BadArgument(option, expected)));
    }

    /** Everything as the rule has it, without quotes. */
    public String text() {
        return all.stream().map(Argument::text).collect(Collectors.joining(" "));
    }
}
