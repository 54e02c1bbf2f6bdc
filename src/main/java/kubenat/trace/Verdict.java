package kubenat.trace;

import java.util.Locale;

/** What becomes of a packet in the end. */
public enum Verdict {
    /** It arrived and leaves by another interface. */
    FORWARDED,
    /** It is delivered to a process on this node. */
    LOCAL,
    /** This node sent it and it leaves. */
    SENT,
    DROPPED,
    /** It is gone and its sender is told. */
    REJECTED,
    /** The dump does not say; {@link Outcome#why} does. */
    UNKNOWN;

    /** Whether the packet comes to somebody. */
    public boolean isDelivered() {
        return this == FORWARDED || this == LOCAL || this == SENT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
