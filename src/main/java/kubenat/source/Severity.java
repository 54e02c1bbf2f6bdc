package kubenat.source;

/** How bad a finding is, worst first. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** Whether this is as bad as {@code other} or worse. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
