package kubenat.render.text;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.packet.Condition;

/** Conditions in words that fit a line. */
final class ConditionText {
    /** Networks or ports of one condition that are named. */
    private static final int NAMED = 4;

    /** Conditions that are named where there are more. */
    private static final int CONDITIONS = 4;

    private ConditionText() {}

    /** All conditions, {@code a and b}; all that they say when wide. */
    static String all(List<Condition> conditions, boolean wide) {
        int shown = wide || conditions.size() <= CONDITIONS + 1 ? conditions.size() : CONDITIONS;
        String more = shown == conditions.size() ? "" : " and %d conditions more".formatted(conditions.size() - shown);
        return conditions.stream()
                .limit(shown)
                .map(condition -> one(condition, wide))
                .collect(Collectors.joining(" and ", "", more));
    }

    /** {@code source in 10.0.0.0/8,10.1.0.0/16 and 12 more}. */
    static String one(Condition condition, boolean wide) {
        List<String> values = List.of(condition.value().split(",", -1));
        int at = condition.words().lastIndexOf(condition.value());
        if (wide || values.size() <= NAMED + 1 || at < 0) {
            return condition.words();
        }
        return condition.words().substring(0, at)
                + String.join(",", values.subList(0, NAMED))
                + " and %,d more".formatted(values.size() - NAMED);
    }

    /** What a condition is about, for a list of such. */
    static String field(Condition condition) {
        return switch (condition.field()) {
            case "source", "destination", "mark" -> "the " + condition.field();
            case "sourcePort" -> "the source port";
            case "destinationPort" -> "the port";
            case "inInterface" -> "the in-interface";
            case "outInterface" -> "the out-interface";
            default -> "facts outside the rules";
        };
    }
}
