package kubenat.trace;

/**
 * A fact that the answer rests on and that nobody has given.
 *
 * @param fact such as {@code 30.0.1.180 is an address of this node}
 * @param basis {@code inferred} from the dump, or {@code default}
 * @param why what led to it, and the option that makes it sure
 */
public record Assumption(String fact, String basis, String why) {}
