package kubenat.surroundings;

/**
 * A table of nftables.
 *
 * @param line where it begins in the listing
 * @param family {@code ip}, {@code ip6}, {@code inet} and so on
 * @param serviceChains how many of its chains are named as kube-proxy's nftables mode names those of Services
 */
public record NftTable(int line, String family, String name, int chains, int serviceChains) {}
