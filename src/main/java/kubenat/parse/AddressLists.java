package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.syntax.Argument;

/**
 * {@code -s a,b -d c,d}: iptables makes a rule of each pair (man iptables 1.8.9), the sources outside.
 */
final class AddressLists {
    /** What one line may make; a longer list is kept word for word. */
    private static final int MOST_RULES = 4096;

    private AddressLists() {}

    /** The options of each rule that the line makes; only {@code -s} and {@code -d} differ between them. */
    static List<List<Given>> expand(List<Given> core, DumpLine line, Problems problems) {
        if (!hasLists(core)) {
            return List.of(core);
        }
        List<String> sources = words(core, "-s");
        List<String> destinations = words(core, "-d");
        long rules = (long) sources.size() * destinations.size();
        if (rules > MOST_RULES
                || core.stream()
                        .anyMatch(given -> isList(given) && given.argument().negated())) {
            return List.of(
                    core.stream().map(given -> refused(given, line, problems)).toList());
        }
        List<List<Given>> expanded = new ArrayList<>();
        for (String source : sources) {
            for (String destination : destinations) {
                expanded.add(core.stream()
                        .map(given -> with(given, source, destination))
                        .toList());
            }
        }
        return expanded;
    }

    private static boolean hasLists(List<Given> core) {
        for (Given given : core) {
            if (isList(given)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(Given given, String option) {
        return given.sound() && given.option().name().equals(option);
    }

    private static boolean isList(Given given) {
        return (isAddress(given, "-s") || isAddress(given, "-d"))
                && given.argument().word().indexOf(',') >= 0;
    }

    /** The addresses of the first such option; one empty word if there is no list. */
    private static List<String> words(List<Given> core, String option) {
        return core.stream()
                .filter(given -> isAddress(given, option) && isList(given))
                .findFirst()
                .map(given -> List.of(given.argument().word().split(",", -1)))
                .orElse(List.of(""));
    }

    private static Given with(Given given, String source, String destination) {
        if (!isList(given)) {
            return given;
        }
        String word = isAddress(given, "-s") ? source : destination;
        Argument argument = new Argument(given.option().name(), given.argument().negated(), List.of(word));
        return new Given(given.option(), argument, given.items(), true);
    }

    private static Given refused(Given given, DumpLine line, Problems problems) {
        if (!isList(given)) {
            return given;
        }
        String message = given.argument().negated()
                ? "a list of addresses cannot be negated"
                : "the lists of addresses make more than %d rules".formatted(MOST_RULES);
        problems.error(SyntaxProblem.BAD_VALUE, line.number(), given.last(), message);
        return new Given(given.option(), given.argument(), given.items(), false);
    }
}
