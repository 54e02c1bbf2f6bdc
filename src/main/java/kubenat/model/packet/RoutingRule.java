package kubenat.model.packet;

/**
 * A line of {@code ip rule}: which packets ask which table of routes.
 *
 * @param priority rules are asked from the lowest on
 * @param mark the packet mark that it wants, under the mask; a mask of 0 is any mark
 * @param other what else it wants, word for word; empty if nothing
 */
public record RoutingRule(int priority, int mark, int mask, String other, String table) {}
