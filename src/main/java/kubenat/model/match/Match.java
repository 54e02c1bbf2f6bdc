package kubenat.model.match;

import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;

/** One condition of a rule. A rule applies to a packet when all of its matches do. */
public sealed interface Match
        permits AddressType,
                BridgePort,
                Comment,
                ConnectionAddress,
                ConnectionDirection,
                ConnectionMark,
                ConnectionNamed,
                ConnectionPort,
                ConnectionProtocol,
                ConnectionStateMatch,
                ConnectionStatus,
                ControlGroup,
                DestinationAddress,
                DestinationPort,
                FactMatch,
                Fragment,
                IcmpType,
                InInterface,
                IpRange,
                IpsecPolicy,
                MacSource,
                MarkMatch,
                Multiport,
                Named,
                OutInterface,
                SocketOwner,
                PacketType,
                ProtocolMatch,
                Recent,
                ReversePath,
                SetMatch,
                Socket,
                SourceAddress,
                SourcePort,
                Statistic,
                TcpFlags,
                Unmodelled {

    /** Divides the packets into those that meet this condition and those that do not. */
    Split split(Packet packet, Site site);

    /** The condition in plain words, such as {@code tcp port 31248}; empty when it has no effect. */
    String words();

    /** What would have to be so for packets to meet it: what follows "would match if", such as {@code the source were 10.0.0.1}. */
    default String wanted() {
        return "this held: " + words();
    }

    /** Whether the kernel switches connection tracking on for a rule that has it (by experiment on Linux 6.18). */
    default boolean tracksConnections() {
        return false;
    }

    /** Whether asking does something to the packets, met or not, such as to put the client on a list. */
    default boolean hasEffect() {
        return false;
    }

    /** Whether the packets meet this condition; MAYBE when neither packet nor dump can tell. */
    default Truth test(Packet packet, Site site) {
        return split(packet, site).truth();
    }
}
