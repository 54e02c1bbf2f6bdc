package kubenat.model.packet;

/** The state that conntrack gives a packet (kernel: enum ip_conntrack_info and xt_conntrack's extra bits). */
public enum ConnectionState {
    NEW,
    ESTABLISHED,
    RELATED,
    INVALID,
    UNTRACKED
}
