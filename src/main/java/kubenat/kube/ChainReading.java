package kubenat.kube;

import java.util.List;
import java.util.Optional;
import kubenat.heat.Draws;
import kubenat.model.Rule;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Share;

/**
 * What a chain of one Service port does with the packets of a client outside that is seen for the first time.
 *
 * @param branches where the packets go, each chain once
 * @param restricted chains that Pods or the node's own processes are sent to instead
 * @param ranges the networks to which the branches are open; empty means to all
 * @param marks the rules that mark packets for masquerading
 * @param affinitySeconds for how long a client is sent to the same endpoint again; 0 if it is not
 * @param refused whether packets are marked to be dropped
 * @param left the part that no rule of the chain takes
 * @param draws how often chance has chosen each endpoint; absent where nothing was counted
 * @param odd rules that kube-proxy does not write, so that the shares may not hold
 */
record ChainReading(
        List<Branch> branches,
        List<String> restricted,
        List<Cidr> ranges,
        List<Rule> marks,
        long affinitySeconds,
        boolean refused,
        Share left,
        Optional<Draws> draws,
        List<Rule> odd) {}
