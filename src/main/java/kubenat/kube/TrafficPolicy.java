package kubenat.kube;

/** Which endpoints a Service port's clients are sent to, as far as the rules show it. */
public enum TrafficPolicy {
    /** All of them. */
    CLUSTER("Cluster"),
    /** Those on the client's node, or for clients outside on the node that they came to. */
    LOCAL("Local"),
    /** The rules do not show it: there are no such clients, or no endpoints. */
    UNKNOWN("unknown");

    private final String words;

    TrafficPolicy(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
