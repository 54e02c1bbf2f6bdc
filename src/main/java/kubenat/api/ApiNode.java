package kubenat.api;

import java.util.List;
import kubenat.model.packet.Address;

/** A node of the API (v1, Node). */
public record ApiNode(String name, List<Address> addresses) {
    public ApiNode {
        addresses = List.copyOf(addresses);
    }
}
