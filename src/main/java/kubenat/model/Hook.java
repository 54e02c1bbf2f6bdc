package kubenat.model;

/** Where netfilter calls a table's built-in chain of the same name. */
public enum Hook {
    PREROUTING,
    INPUT,
    FORWARD,
    OUTPUT,
    POSTROUTING
}
