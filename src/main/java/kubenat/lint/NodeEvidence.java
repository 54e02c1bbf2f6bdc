package kubenat.lint;

import java.util.Optional;
import kubenat.surroundings.ConnectionTable;
import kubenat.surroundings.KernelSettings;
import kubenat.surroundings.ListeningSockets;
import kubenat.surroundings.NftTables;

/**
 * What is given of a node beside its rules, addresses and routes.
 *
 * @param name the node's name, where it is given
 * @param connections those that its kernel tracks
 * @param sockets those that wait for packets
 * @param nft the tables of nftables
 * @param settings the switches of its kernel
 */
public record NodeEvidence(
        Optional<String> name,
        Optional<ConnectionTable> connections,
        Optional<ListeningSockets> sockets,
        Optional<NftTables> nft,
        Optional<KernelSettings> settings) {
    /** Nothing is given. */
    public static final NodeEvidence NONE =
            new NodeEvidence(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
