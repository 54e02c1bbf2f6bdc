package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.SetValue;

/**
 * Reads members of one ipset (ipset 7.17).
 *
 * @param type such as {@code hash:ip,port}
 * @param options of its {@code create} line, such as {@code netmask}
 * @param wildcard whether the interface of the member is a prefix
 */
record SetValueText(String type, Map<String, String> options, boolean wildcard) {
    private static final Set<Protocol> EITHER = Set.of(Protocol.TCP, Protocol.UDP);

    /** The values of {@code 10.0.0.1,tcp:80}; empty when they do not fit the set's type. */
    Optional<List<SetValue>> read(String member) {
        String[] kinds = type.substring(type.indexOf(':') + 1).split(",", -1);
        String[] words = member.split(",", -1);
        List<SetValue> values = new ArrayList<>();
        for (int i = 0; i < words.length && i < kinds.length; i++) {
            Optional<SetValue> value = value(kinds[i], words[i]);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        boolean macMayLack = type.equals("bitmap:ip,mac") && words.length == 1;
        return words.length == kinds.length || macMayLack ? Optional.of(values) : Optional.empty();
    }

    private Optional<SetValue> value(String kind, String word) {
        return switch (kind) {
            case "ip", "net" -> addresses(word).map(SetValue.Addresses::new);
            case "port" -> ports(word);
            case "mac" -> Optional.of(new SetValue.HardwareAddress(word.toLowerCase(Locale.ROOT)));
            case "iface" -> Optional.of(device(word));
            case "mark" -> number(word, Integer.MAX_VALUE).map(mark -> new SetValue.Mark(mark, markMask()));
            case "set" -> Optional.of(new SetValue.Name(word));
            default -> Optional.empty();
        };
    }

    private Optional<AddressSet> addresses(String word) {
        int dash = word.indexOf('-');
        if (dash >= 0) {
            Optional<Address> first = Address.read(word.substring(0, dash));
            Optional<Address> last = Address.read(word.substring(dash + 1));
            return first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) <= 0
                    ? Optional.of(AddressSet.range(first.get(), last.get()))
                    : Optional.empty();
        }
        String netmask = options.getOrDefault("netmask", "");
        return Cidr.read(netmask.isEmpty() || word.indexOf('/') >= 0 ? word : word + "/" + netmask)
                .map(AddressSet::of);
    }

    /** {@code tcp:80}, {@code 80} (tcp), {@code udp:5000-5010}, {@code icmp:8/0}. */
    private Optional<SetValue> ports(String word) {
        int colon = word.indexOf(':');
        String[] ends = word.substring(colon + 1).split("-", 2);
        Optional<Integer> first = port(ends[0]);
        Optional<Integer> last = port(ends[ends.length - 1]);
        if (first.isEmpty() || last.isEmpty() || first.get() > last.get()) {
            return Optional.empty();
        }
        NumberSet numbers = NumberSet.range(first.get(), last.get());
        if (type.equals("bitmap:port")) {
            return Optional.of(new SetValue.Ports(EITHER, numbers));
        }
        try {
            Protocol protocol = colon < 0 ? Protocol.TCP : Protocol.parse(word.substring(0, colon));
            return Optional.of(new SetValue.Ports(Set.of(protocol), numbers));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> port(String word) {
        int slash = word.indexOf('/');
        return slash < 0
                ? number(word, 65535)
                : number(word.substring(0, slash), 255)
                        .flatMap(type -> number(word.substring(slash + 1), 255).map(code -> type << 8 | code));
    }

    private SetValue device(String word) {
        boolean port = word.startsWith("physdev:");
        String name = port ? word.substring("physdev:".length()) : word;
        return new SetValue.Device(new InterfacePattern(wildcard ? name + "+" : name), port);
    }

    private int markMask() {
        return number(options.getOrDefault("markmask", "0xffffffff"), Integer.MAX_VALUE)
                .orElse(-1);
    }

    private static Optional<Integer> number(String word, int most) {
        try {
            long number = Long.decode(word.isEmpty() ? "-" : word);
            boolean bits = most == Integer.MAX_VALUE && number <= 0xffff_ffffL;
            return number >= 0 && (number <= most || bits) ? Optional.of((int) number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
