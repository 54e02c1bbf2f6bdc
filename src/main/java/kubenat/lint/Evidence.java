package kubenat.lint;

import java.util.Optional;
import kubenat.kube.ApiNames;

/**
 * What is given beside a node's rules and surroundings, for checks that need more than rules.
 *
 * @param api the cluster's objects
 * @param node the node's name, where it is given
 * @param families for how many address families there are rules
 */
public record Evidence(ApiNames api, Optional<String> node, int families) {
    /** Nothing is given. */
    public static final Evidence NONE = new Evidence(ApiNames.NONE, Optional.empty(), 1);

    public Evidence ofFamilies(int count) {
        return new Evidence(api, node, count);
    }
}
