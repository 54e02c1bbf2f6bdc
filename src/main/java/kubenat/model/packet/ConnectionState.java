package kubenat.model.packet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The state that conntrack gives a packet (kernel: enum ip_conntrack_info and xt_conntrack's extra bits). */
public enum ConnectionState {
    NEW,
    ESTABLISHED,
    RELATED,
    INVALID,
    UNTRACKED;

    /** The states in which conntrack has a connection for the packet. */
    public static final Set<ConnectionState> TRACKED =
            Collections.unmodifiableSet(EnumSet.of(NEW, ESTABLISHED, RELATED));

    /** Whether the packet belongs to no connection that conntrack knows. */
    public boolean isWithoutConnection() {
        return !TRACKED.contains(this);
    }
}
