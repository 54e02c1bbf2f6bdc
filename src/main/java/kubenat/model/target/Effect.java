package kubenat.model.target;

import kubenat.model.packet.Packet;

/** What a rule does to the packets that meet all of its matches. */
public sealed interface Effect {

    /** The packet, perhaps changed, goes on to the next rule. */
    record GoOn(Packet packet) implements Effect {}

    /** The packet goes to a chain; with {@code -g} it comes back where this chain's caller would have gone on. */
    record Enter(String chain, boolean isGoto) implements Effect {}

    /** The packet leaves this chain; in a built-in chain the policy decides. */
    record Leave() implements Effect {}

    /** The walk of this table ends for this hook. */
    record End(Ending ending, Packet packet) implements Effect {}
}
