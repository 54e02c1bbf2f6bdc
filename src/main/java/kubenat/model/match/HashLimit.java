package kubenat.model.match;

import java.util.List;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m hashlimit}: a rate for each group of packets; rules that name the same table share its counts (kernel: xt_hashlimit). */
final class HashLimit {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "hashlimit",
            List.of(
                    Option.value("--hashlimit-upto", "--hashlimit"),
                    Option.value("--hashlimit-above"),
                    Option.value("--hashlimit-burst").neverNegated(),
                    Option.value("--hashlimit-mode").neverNegated(),
                    Option.value("--hashlimit-srcmask").neverNegated(),
                    Option.value("--hashlimit-dstmask").neverNegated(),
                    Option.value("--hashlimit-name").neverNegated(),
                    Option.value("--hashlimit-htable-size").neverNegated(),
                    Option.value("--hashlimit-htable-max").neverNegated(),
                    Option.value("--hashlimit-htable-expire").neverNegated(),
                    Option.value("--hashlimit-htable-gcinterval").neverNegated(),
                    Option.flag("--hashlimit-rate-match"),
                    Option.value("--hashlimit-rate-interval").neverNegated()),
            HashLimit::read);

    private HashLimit() {}

    private static List<Match> read(Arguments arguments) {
        boolean above = arguments.has("--hashlimit-above");
        String option = above ? "--hashlimit-above" : "--hashlimit-upto";
        String rate = arguments.word(option);
        String name = arguments.word("--hashlimit-name");
        String text = rate
                + (arguments.has("--hashlimit-burst") ? " burst " + arguments.word("--hashlimit-burst") : "")
                + groups(arguments);
        return List.of(Named.packet(
                above != arguments.negated(option),
                "limit",
                name + " " + text,
                "under the limit " + text + " (" + name + ")"));
    }

    private static String groups(Arguments arguments) {
        if (!arguments.has("--hashlimit-mode")) {
            return "";
        }
        String masks = mask(arguments, "--hashlimit-srcmask", "source")
                + mask(arguments, "--hashlimit-dstmask", "destination");
        return " for each " + arguments.word("--hashlimit-mode").replace(",", " and ") + masks;
    }

    private static String mask(Arguments arguments, String option, String what) {
        return arguments.has(option) ? ", " + what + "s grouped by /" + arguments.word(option) : "";
    }
}
