package kubenat.model.syntax;

import java.util.List;
import java.util.function.Function;

/**
 * A match module or target as text: its name, its options, and how what was given becomes the model.
 *
 * @param module the name after {@code -m} or {@code -j}; {@code core} for what every rule may have
 * @param repeats whether an option may be given more than once in one use, as {@code --reqid} of {@code -m policy} may
 * @param reader makes the model of what was given; throws {@link BadArgument} when a word cannot be understood
 */
public record Syntax<T>(String module, List<Option> options, boolean repeats, Function<Arguments, T> reader) {
    public Syntax {
        options = List.copyOf(options);
    }

    public Syntax(String module, List<Option> options, Function<Arguments, T> reader) {
        this(module, options, false, reader);
    }
}
