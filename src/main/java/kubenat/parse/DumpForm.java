package kubenat.parse;

/** How a dump is written. */
public enum DumpForm {
    /** As iptables-save prints it. */
    SAVE,
    /** As {@code iptables -S} prints it. */
    S
}
