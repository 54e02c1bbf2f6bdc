package kubenat.model.target;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;

/** What a rule does: the {@code -j} or {@code -g} of it. */
public sealed interface Target
        permits Accept,
                DestinationNat,
                Drop,
                Goto,
                Jump,
                Masquerade,
                MarkTarget,
                NoEffect,
                NoTarget,
                Redirect,
                Reject,
                Return,
                SourceNat,
                UnmodelledTarget,
                UnreadableTarget {

    Effect apply(Packet packet, Site site);

    /** The target in plain words, such as {@code DNAT to 10.244.1.2:80}. */
    String words();

    /** The name after {@code -j} or {@code -g}; empty for a rule without target. */
    String name();
}
