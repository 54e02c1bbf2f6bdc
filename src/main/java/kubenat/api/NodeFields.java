package kubenat.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.json.BadJson;
import kubenat.json.JsonStream;
import kubenat.model.packet.Address;

/** The addresses in the status of a Node while it is read; host names among them are none. */
final class NodeFields {
    private final List<Address> addresses = new ArrayList<>();

    void read(JsonStream json, ApiText text) throws BadJson {
        json.array(() -> json.object(field -> {
            if (field.equals("address")) {
                Optional<Address> address = text.address();
                address.ifPresent(addresses::add);
            }
        }));
    }

    ApiNode node(String name) {
        return new ApiNode(name, addresses);
    }
}
