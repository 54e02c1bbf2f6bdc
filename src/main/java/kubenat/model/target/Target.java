package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** What a rule does: the {@code -j} or {@code -g} of it. */
public sealed interface Target
        permits Accept,
                ConnectionMarkTarget,
                DestinationNat,
                Drop,
                FactChange,
                Goto,
                HandOver,
                HashMark,
                Jump,
                MarkTarget,
                Masquerade,
                NetworkMap,
                NoEffect,
                NoTarget,
                PrefixTranslation,
                Redirect,
                Reject,
                Return,
                SetTarget,
                SourceNat,
                Tracking,
                UnmodelledTarget,
                UnreadableTarget {

    Effect apply(Packet packet, Site site);

    /** The target in plain words, such as {@code DNAT to 10.244.1.2:80}. */
    String words();

    /** Whether the kernel switches connection tracking on for a rule that has it, reachable or not. */
    default boolean tracksConnections() {
        return false;
    }

    /** The name after {@code -j} or {@code -g}; empty for a rule without target. */
    String name();
}
