package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kubenat.json.BadJson;
import kubenat.json.JsonObject;
import kubenat.json.JsonReader;
import kubenat.model.packet.Address;
import kubenat.model.packet.InterfaceAddress;
import kubenat.source.DumpException;

/** Reads {@code ip addr} and {@code ip -j addr} (iproute2 6.1). */
public final class InterfaceAddresses {
    private final String name;
    private final List<InterfaceAddress> found = new ArrayList<>();
    private String device = "";
    private boolean up;

    private InterfaceAddresses(String name) {
        this.name = name;
    }

    /** The addresses in order; {@code name} is what the user called the text. */
    public static List<InterfaceAddress> read(String name, String text) throws DumpException {
        InterfaceAddresses reader = new InterfaceAddresses(name);
        if (text.stripLeading().startsWith("[")) {
            reader.json(text);
        } else {
            int number = 0;
            for (String line : text.split("\n", -1)) {
                reader.line(++number, line);
            }
        }
        if (reader.found.isEmpty()) {
            throw new DumpException(name + ": no address in it", "it should hold what ip addr or ip -j addr prints");
        }
        return List.copyOf(reader.found);
    }

    private void line(int number, String line) throws DumpException {
        Words words = Words.of(line);
        if (words.isEmpty()) {
            return;
        }
        if (Character.isDigit(line.charAt(0)) && words.at(0).endsWith(":")) {
            device = name(words.at(1));
            up = flags(words.at(2)).contains("UP");
        } else if (words.at(0).equals("inet") || words.at(0).equals("inet6")) {
            add(number, words);
        } else if (!Character.isWhitespace(line.charAt(0))) {
            throw new DumpException(
                    "%s:%d:1: not a line of ip addr: %s".formatted(name, number, line.strip()),
                    "it should hold what ip addr or ip -j addr prints");
        }
    }

    /** {@code eth0@if12:} is eth0. */
    private static String name(String word) {
        String bare = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
        int at = bare.indexOf('@');
        return at < 0 ? bare : bare.substring(0, at);
    }

    private static List<String> flags(String word) {
        return List.of(word.replace("<", "").replace(">", "").split(",", -1));
    }

    /** {@code inet 10.0.0.5/24 brd …} or, on a point-to-point link, {@code inet 10.0.0.5 peer 10.0.0.6/32 …}. */
    private void add(int number, Words words) throws DumpException {
        String local = words.at(1);
        String network = words.after("peer").orElse(local);
        int slash = network.indexOf('/');
        Optional<Address> address =
                Address.read(local.indexOf('/') < 0 ? local : local.substring(0, local.indexOf('/')));
        if (address.isEmpty() || slash < 0 || device.isEmpty()) {
            throw new DumpException("%s:%d:1: not an address: %s".formatted(name, number, words.at(1)));
        }
        found.add(new InterfaceAddress(
                device,
                up,
                address.get(),
                Integer.parseInt(network.substring(slash + 1)),
                words.after("brd").flatMap(Address::read)));
    }

    private void json(String text) throws DumpException {
        try {
            for (JsonObject link : JsonReader.objects(text)) {
                device = link.text("ifname").orElse("");
                up = link.texts("flags").contains("UP");
                for (JsonObject info : link.objects("addr_info")) {
                    add(info);
                }
            }
        } catch (BadJson wrong) {
            throw new DumpException("%s: %s".formatted(name, wrong.getMessage()), "ip -j addr prints it");
        }
    }

    private void add(JsonObject info) throws BadJson {
        String family = info.text("family").orElse("").toLowerCase(Locale.ROOT);
        Optional<Address> local = info.text("local").flatMap(Address::read);
        if (family.startsWith("inet") && local.isPresent()) {
            int prefix =
                    (int) info.number("prefixlen").orElse(local.get().family().bits());
            found.add(new InterfaceAddress(
                    device, up, local.get(), prefix, info.text("broadcast").flatMap(Address::read)));
        }
    }
}
