package kubenat.parse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of an option that nothing in the rule brings, and which module would. */
final class UnknownOption {
    private static final int FEW = 4;

    private UnknownOption() {}

    /** {@code near} are the options that the rule may have. */
    static void report(OptionTable table, Item item, int line, Stream<String> near, Problems problems) {
        String message = "unknown option %s".formatted(Item.brief(item.text()));
        List<String> modules = table.modulesWith(item.text());
        if (modules.isEmpty() || modules.size() > FEW) {
            int sign = item.text().indexOf('=');
            String name = sign < 0 ? item.text() : item.text().substring(0, sign);
            problems.error(SyntaxProblem.UNKNOWN_OPTION, line, item, message, NearName.question(name, near));
        } else {
            String needed = modules.stream().map("-m "::concat).collect(Collectors.joining(" or "));
            problems.error(
                    SyntaxProblem.UNKNOWN_OPTION, line, item, message, Optional.of("it is an option of " + needed));
        }
    }
}
