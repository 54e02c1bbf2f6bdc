package kubenat.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import kubenat.json.BadJson;
import kubenat.json.JsonStream;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Protocol;

/** Values of API objects. Texts that many objects have, such as the names of nodes, are kept once. */
final class ApiText {
    private static final Protocol SCTP = new Protocol(132);

    private final JsonStream json;
    private final Map<String, String> known = new HashMap<>();

    ApiText(JsonStream json) {
        this.json = json;
    }

    String shared() throws BadJson {
        String text = json.text().orElse("");
        return known.computeIfAbsent(text, same -> same);
    }

    /** The same; a text that is empty is absent. */
    Optional<String> name() throws BadJson {
        return Optional.of(shared()).filter(text -> !text.isEmpty());
    }

    Protocol protocol() throws BadJson {
        return switch (shared()) {
            case "UDP" -> Protocol.UDP;
            case "SCTP" -> SCTP;
            default -> Protocol.TCP;
        };
    }

    OptionalInt port() throws BadJson {
        OptionalLong number = json.number();
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    /** The texts of an array that are addresses; {@code None} and host names are not. */
    List<Address> addresses() throws BadJson {
        List<Address> addresses = new ArrayList<>();
        json.array(() -> address().ifPresent(addresses::add));
        return addresses;
    }

    Optional<Address> address() throws BadJson {
        return json.text().flatMap(Address::read);
    }

    List<Cidr> networks() throws BadJson {
        List<Cidr> networks = new ArrayList<>();
        json.array(() -> json.text().map(String::strip).flatMap(Cidr::read).ifPresent(networks::add));
        return networks;
    }
}
