package kubenat.api;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;

/**
 * One endpoint of a slice. A condition that the API does not say is as the API reads it then: ready, serving, not terminating.
 *
 * @param node the node that it runs on
 * @param target what it is, such as {@code Pod default/web-1}
 * @param hinted whether it has hints for which clients it is, by their zones or nodes
 */
public record ApiEndpoint(
        List<Address> addresses,
        boolean ready,
        boolean serving,
        boolean terminating,
        Optional<String> node,
        Optional<String> target,
        boolean hinted) {
    public ApiEndpoint {
        addresses = List.copyOf(addresses);
    }
}
