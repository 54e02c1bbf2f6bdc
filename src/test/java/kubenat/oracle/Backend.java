package kubenat.oracle;

import java.util.Locale;

/** The two ways in which iptables gives rules to the kernel. */
enum Backend {
    LEGACY,
    NFT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
