package kubenat.kube;

import java.util.Locale;

/** How sure a name is that was read from comments. */
public enum Proof {
    /** The hash in the chain's name fits it. */
    PROVED,
    /** A comment says it, and there is no hash that could prove it. */
    CLAIMED,
    /** The hash in the chain's name does not fit: names, addresses or comments were changed after kube-proxy wrote them. */
    EDITED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
