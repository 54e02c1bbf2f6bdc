package kubenat.heat;

import kubenat.model.Rule;

/**
 * A rule that chance may choose, and how often it has.
 *
 * @param expected the part of the packets that it should get, of those that any of its chain gets
 * @param packets how many it got
 * @param returned how many an earlier rule sent to the same target, because a list of clients ({@code -m recent}) said so
 */
public record Draw(Rule rule, double expected, long packets, long returned) {}
