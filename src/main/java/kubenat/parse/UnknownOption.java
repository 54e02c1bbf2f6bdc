package kubenat.parse;

import java.util.List;
import java.util.stream.Collectors;

/** Says of an option that nothing in the rule brings, and which module would. */
final class UnknownOption {
    private static final int FEW = 4;

    private UnknownOption() {}

    static void report(OptionTable table, Item item, int line, Problems problems) {
        String message = "unknown option %s".formatted(Item.brief(item.text()));
        List<String> modules = table.modulesWith(item.text());
        if (modules.isEmpty() || modules.size() > FEW) {
            problems.error(SyntaxProblem.UNKNOWN_OPTION, line, item, message);
        } else {
            String needed = modules.stream().map("-m "::concat).collect(Collectors.joining(" or "));
            problems.error(SyntaxProblem.UNKNOWN_OPTION, line, item, message, "it is an option of " + needed);
        }
    }
}
