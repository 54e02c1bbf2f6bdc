package kubenat.trace;

import kubenat.model.packet.Condition;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;

/** Whether 127.0.0.0/8 may leave lo: {@code net.ipv4.conf.all.route_localnet}. */
final class Localnet {
    private static final Condition ALLOWED = Condition.opaque(
            "sysctl", "route_localnet", "net.ipv4.conf.all.route_localnet is 1, as kube-proxy sets it by default");

    private Localnet() {}

    /** {@code by} is the interface whose switch it is: where the packet came in, or is to go out. */
    static Split split(Packet packet, InterfaceSet by, Node node) {
        Truth allowed = node.settings().routeLocalnet().on(by);
        return allowed == Truth.MAYBE ? Split.opaque(packet, ALLOWED) : Split.of(allowed == Truth.YES, packet);
    }
}
