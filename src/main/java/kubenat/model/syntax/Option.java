package kubenat.model.syntax;

import java.util.List;

/**
 * An option of a match or target.
 *
 * @param names the name that iptables prints, then other spellings
 * @param words how many words it takes
 * @param optional how many more it may take, such as the second address set of an old form
 * @param negatable whether {@code !} may stand before it
 */
public record Option(List<String> names, int words, int optional, boolean negatable) {
    public Option {
        names = List.copyOf(names);
    }

    /** An option with one word, such as {@code --dport 80}, that may be negated. */
    public static Option value(String... names) {
        return new Option(List.of(names), 1, 0, true);
    }

    /** An option without words, such as {@code --random}, that may not be negated. */
    public static Option flag(String... names) {
        return new Option(List.of(names), 0, 0, false);
    }

    public Option neverNegated() {
        return new Option(names, words, optional, false);
    }

    public Option negatedToo() {
        return new Option(names, words, optional, true);
    }

    public Option words(int count) {
        return new Option(names, count, optional, negatable);
    }

    public Option optionalWords(int count) {
        return new Option(names, words, count, negatable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Option option
                && words == option.words
                && optional == option.optional
                && negatable == option.negatable
                && names.equals(option.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** The name that iptables prints. */
    public String name() {
        return names.get(0);
    }
}
