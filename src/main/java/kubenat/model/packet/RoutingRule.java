package kubenat.model.packet;

import java.util.List;
import java.util.Optional;

/**
 * A line of {@code ip rule}: which packets ask which table of routes.
 *
 * @param priority rules are asked from the lowest on
 * @param family absent if the listing does not tell
 * @param table empty text where no table is asked, or where which one is not modelled
 * @param longerThan routes to networks whose prefix is not longer are as if they were not there; -1 if all are
 * @param refuses what becomes of the packets where no table is asked
 */
public record RoutingRule(
        int priority,
        Optional<Family> family,
        RoutingSelector selector,
        String table,
        int longerThan,
        Optional<Route.Kind> refuses) {
    /** What the kernel has without being told (fib_default_rules_init). */
    public static final List<RoutingRule> USUAL = List.of(
            asking(0, RoutingSelector.ALL, Route.LOCAL),
            asking(32_766, RoutingSelector.ALL, Route.MAIN),
            asking(32_767, RoutingSelector.ALL, Route.DEFAULT));

    /** For either family. */
    public static RoutingRule asking(int priority, RoutingSelector selector, String table) {
        return new RoutingRule(priority, Optional.empty(), selector, table, -1, Optional.empty());
    }

    /** The same rule, of this family if it is not known. */
    public RoutingRule or(Family otherwise) {
        return new RoutingRule(priority, Optional.of(family.orElse(otherwise)), selector, table, longerThan, refuses);
    }

    boolean isFor(Family asked) {
        return family.isEmpty() || family.get() == asked;
    }

    /** Whether all packets ask the node's own addresses here. */
    public boolean asksLocal() {
        return table.equals(Route.LOCAL) && selector.equals(RoutingSelector.ALL);
    }

    /** Whether the kernel has it without being told. */
    boolean isUsual() {
        return USUAL.stream()
                .anyMatch(usual -> usual.priority == priority
                        && usual.selector.equals(selector)
                        && usual.table.equals(table)
                        && longerThan < 0);
    }
}
