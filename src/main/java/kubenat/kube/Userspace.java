package kubenat.kube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Share;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Redirect;
import kubenat.model.target.Target;

/** The userspace proxy of Kubernetes 1.0 and 1.1, to which KUBE-PORTALS-* and KUBE-NODEPORT-* send packets. */
final class Userspace {
    private Userspace() {}

    /** kube-proxy's own ports for these entries, each once; none if no entry leads to them. */
    static List<Endpoint> endpoints(List<Entry> entries) {
        Map<NumberSet, String> byPort = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Target target = entry.rule().target();
            if (target instanceof Redirect redirect) {
                redirect.ports().ifPresent(port -> byPort.putIfAbsent(port, ":" + port));
            } else if (target instanceof DestinationNat nat) {
                nat.to().ports().ifPresent(port -> byPort.put(port, nat.to().text()));
            }
        }
        return byPort.values().stream().map(Userspace::endpoint).toList();
    }

    /** Whether an entry's target hands packets to kube-proxy itself. */
    static boolean isTarget(Target target) {
        return target instanceof Redirect || target instanceof DestinationNat;
    }

    private static Endpoint endpoint(String address) {
        return new Endpoint(
                Optional.of(address), EndpointState.USERSPACE_PROXY, Share.ALL, Proof.CLAIMED, "", Optional.empty());
    }
}
