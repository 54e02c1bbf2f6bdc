package kubenat.kube;

/** By which of its addresses a Service port is reached. */
public enum EntryKind {
    CLUSTER_IP("ClusterIP"),
    NODE_PORT("NodePort"),
    EXTERNAL_IP("external IP"),
    LOAD_BALANCER("load-balancer IP"),
    /** An address for clients outside, of which the rules do not tell which kind it is. */
    EXTERNAL("external or load-balancer IP"),
    /** Where load balancers ask a node whether it has endpoints; kube-proxy itself answers. */
    HEALTH_CHECK("health-check NodePort");

    private final String words;

    EntryKind(String words) {
        this.words = words;
    }

    /** Whether it is for clients outside the cluster, so that the external traffic policy rules it. */
    public boolean isExternal() {
        return this != CLUSTER_IP && this != HEALTH_CHECK;
    }

    @Override
    public String toString() {
        return words;
    }
}
