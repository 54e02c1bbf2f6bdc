package kubenat.trace;

/**
 * Packets that the node loses beside its rules.
 *
 * @param verdict DROPPED, or REJECTED where the sender gets an ICMP message
 * @param why which of the node's facts loses them
 */
record Loss(State state, Verdict verdict, String why) {}
