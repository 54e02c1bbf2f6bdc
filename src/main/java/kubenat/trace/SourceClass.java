package kubenat.trace;

import java.util.Locale;

/** Where a packet comes from, in the classes that people ask about. */
public enum SourceClass {
    /** Arrives on an interface, and its source is neither a Pod's nor this node's address. */
    OUTSIDE,
    /** Arrives on an interface, from an address of the Pod network. */
    POD,
    /** The hairpin case: the source is the endpoint that the packet is sent to. */
    ENDPOINT,
    /** A process on this node sends it, so that OUTPUT comes first. */
    NODE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
