package kubenat.model.packet;

/**
 * Where a condition is asked: on which node, in which rule.
 *
 * @param rule names the rule, such as {@code filter FORWARD rule 3}; counters and limits are one for each rule
 */
public record Site(Node node, String rule) {}
