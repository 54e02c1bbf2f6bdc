package kubenat.kube;

import kubenat.model.Rule;
import kubenat.model.packet.Cidr;

/**
 * A network of Pods, as a rule tells it.
 *
 * @param rule the rule that tells it
 * @param isFromKubeProxy whether kube-proxy's own rules say that Pods are in it; otherwise a network plugin's rules suggest it
 */
public record PodNetwork(Cidr network, Rule rule, boolean isFromKubeProxy) {

    /** What led to it: {@code nat KUBE-SVC-… rule 1 masquerades what does not come from 10.244.0.0/16}. */
    public String why() {
        return isFromKubeProxy
                ? rule.place() + " treats " + network + " as the network of Pods"
                : rule.place() + " of " + Owner.of(rule) + " keeps addresses within " + network;
    }
}
