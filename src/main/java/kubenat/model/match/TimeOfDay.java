package kubenat.model.match;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m time}: when the packet comes; the same for all rules of the same text. */
final class TimeOfDay {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "time",
            List.of(
                    Option.value("--timestart").neverNegated(),
                    Option.value("--timestop").neverNegated(),
                    Option.value("--monthdays"),
                    Option.value("--weekdays"),
                    Option.value("--datestart").neverNegated(),
                    Option.value("--datestop").neverNegated(),
                    Option.flag("--contiguous"),
                    Option.flag("--kerneltz", "--localtz"),
                    Option.flag("--utc")),
            TimeOfDay::read);

    private TimeOfDay() {}

    private static List<Match> read(Arguments arguments) {
        if (arguments.all().isEmpty()) {
            return List.of();
        }
        String words = arguments.all().stream().map(TimeOfDay::words).collect(Collectors.joining(" "));
        return List.of(Named.packet(false, "time", arguments.text(), "at a time " + words));
    }

    private static String words(Argument argument) {
        String not = argument.negated() ? "not " : "";
        return switch (argument.option()) {
            case "--timestart", "--datestart" -> "from " + argument.word();
            case "--timestop", "--datestop" -> "until " + argument.word();
            case "--monthdays" -> not + "on day " + argument.word() + " of the month";
            case "--weekdays" -> not + "on " + argument.word();
            case "--contiguous" -> "over midnight";
            case "--kerneltz" -> "in the kernel's time zone";
            default -> "UTC";
        };
    }
}
