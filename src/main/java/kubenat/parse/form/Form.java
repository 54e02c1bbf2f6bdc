package kubenat.parse.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kubenat.model.packet.Family;
import kubenat.model.syntax.Argument;

/** How one module or target is printed: other options in another order that mean the same. */
@FunctionalInterface
interface Form {
    /** Prints what it is given, as it is given. */
    Form AS_GIVEN = (given, family) -> given;

    /** The options as iptables prints them; one that cannot be read stays as it is. */
    List<Argument> canonical(List<Argument> given, Family family);

    /** Then puts the options in this order; those that it does not name come last. */
    default Form inOrder(String... options) {
        return inOrder(List.of(options));
    }

    /** Then puts the options in this order. */
    default Form inOrder(List<String> order) {
        return (given, family) -> sorted(canonical(given, family), order);
    }

    private static List<Argument> sorted(List<Argument> given, List<String> order) {
        return given.size() < 2
                ? given
                : given.stream()
                        .sorted(Comparator.comparingInt(argument -> rank(order, argument)))
                        .toList();
    }

    /** Where an option stands in an order; after all of it if it is not there. */
    static int rank(List<String> order, Argument argument) {
        int rank = order.indexOf(argument.option());
        return rank < 0 ? order.size() : rank;
    }

    /** Then leaves out an option with this value, which is what it has when it is not given. */
    default Form without(String option, String value) {
        return (given, family) -> canonical(given, family).stream()
                .filter(argument -> argument.negated()
                        || !argument.option().equals(option)
                        || !argument.words().equals(List.of(value)))
                .toList();
    }

    /** Then adds an option that is printed even where it was not given, unless one of these is. */
    default Form with(Argument added, String... unless) {
        return (given, family) -> {
            List<Argument> all = new ArrayList<>(canonical(given, family));
            List<String> others = List.of(unless);
            if (all.stream()
                    .noneMatch(argument ->
                            argument.option().equals(added.option()) || others.contains(argument.option()))) {
                all.add(added);
            }
            return all;
        };
    }

    /** Rewrites the values of some options. */
    static Form values(UnaryOperator<String> rewrite, String... options) {
        List<String> rewritten = List.of(options);
        return (given, family) -> {
            List<Argument> all = new ArrayList<>(given.size());
            for (Argument argument : given) {
                all.add(rewritten.contains(argument.option()) ? words(argument, rewrite) : argument);
            }
            return all;
        };
    }

    /** Then rewrites more. */
    default Form then(Form next) {
        return (given, family) -> next.canonical(canonical(given, family), family);
    }

    /** The same option with other words. */
    static Argument words(Argument argument, UnaryOperator<String> rewrite) {
        List<String> words = new ArrayList<>(argument.words().size());
        for (String word : argument.words()) {
            words.add(rewrite.apply(word));
        }
        return new Argument(argument.option(), argument.negated(), words);
    }

    /** Another option with one word. */
    static Argument option(String name, boolean negated, String word) {
        return new Argument(name, negated, List.of(word));
    }

    /** The first use of an option. */
    static Optional<Argument> find(List<Argument> given, String option) {
        return given.stream()
                .filter(argument -> argument.option().equals(option))
                .findFirst();
    }
}
