package kubenat.lint;

import kubenat.kube.ApiNames;

/**
 * What is given beside a node's rules and surroundings, for checks that need more than rules.
 *
 * @param api the cluster's objects
 * @param families for how many address families there are rules
 * @param severalNodes whether the rules of several nodes are given
 */
public record Evidence(ApiNames api, NodeEvidence node, Limits limits, int families, boolean severalNodes) {
    /** Nothing is given. */
    public static final Evidence NONE = of(ApiNames.NONE, NodeEvidence.NONE);

    /** For rules of one family on one node. */
    public static Evidence of(ApiNames api, NodeEvidence node) {
        return new Evidence(api, node, Limits.USUAL, 1, false);
    }

    public Evidence within(Limits other) {
        return new Evidence(api, node, other, families, severalNodes);
    }

    public Evidence ofFamilies(int count) {
        return new Evidence(api, node, limits, count, severalNodes);
    }

    public Evidence ofSeveralNodes(boolean several) {
        return new Evidence(api, node, limits, families, several);
    }
}
