package kubenat.surroundings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Protocol;

/**
 * One line of {@code conntrack -L}, with {@code -o extended} or without (conntrack-tools 1.4.7, nfct_snprintf): protocol, its number,
 * timeout, state, the tuple of packets, the tuple of replies, and flags in brackets and marks between and after these.
 */
final class ConnectionLine {
    private final Words words;
    private int next;
    private int zone;
    private boolean replied = true;

    private ConnectionLine(String line) {
        this.words = Words.of(line);
    }

    /** The entry; empty where the line is none. */
    static Optional<TrackedConnection> read(String line, int number) {
        return new ConnectionLine(line).read(number, line);
    }

    private Optional<TrackedConnection> read(int number, String line) {
        if (words.at(0).equals("ipv4") || words.at(0).equals("ipv6")) {
            next = 2;
        }
        Optional<Protocol> protocol = protocol(words.at(next), words.at(next + 1));
        next += 2;
        String state = state();
        Optional<Tuple> original = tuple();
        Optional<Tuple> reply = tuple();
        if (protocol.isEmpty() || original.isEmpty() || reply.isEmpty()) {
            return Optional.empty();
        }
        int column = line.lastIndexOf(" src=") + 2;
        return Optional.of(new TrackedConnection(
                number, column, protocol.get(), state, replied, zone, original.get(), reply.get()));
    }

    /** A name, or {@code unknown}, and the number. */
    private static Optional<Protocol> protocol(String name, String number) {
        boolean known = !name.isEmpty() && isNumber(number) && Integer.parseInt(number) <= 255;
        return known ? Optional.of(new Protocol(Integer.parseInt(number))) : Optional.empty();
    }

    /** Between the numbers and the first tuple. */
    private String state() {
        String state = "";
        while (next < words.all().size() && !words.at(next).startsWith("src=")) {
            String word = words.at(next++);
            if (!isNumber(word) && !word.startsWith("[")) {
                state = word;
            }
        }
        return state;
    }

    /** From {@code src=} to before the next one. */
    private Optional<Tuple> tuple() {
        Map<String, String> fields = new HashMap<>();
        while (next < words.all().size() && !(words.at(next).startsWith("src=") && fields.containsKey("src"))) {
            String word = words.at(next++);
            int equals = word.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(word.substring(0, equals), word.substring(equals + 1));
            } else if (word.equals("[UNREPLIED]")) {
                replied = false;
            }
        }
        zone = number(fields, "zone", zone);
        Optional<Address> source = address(fields, "src");
        Optional<Address> destination = address(fields, "dst");
        return source.flatMap(from ->
                destination.map(to -> new Tuple(from, to, number(fields, "sport", 0), number(fields, "dport", 0))));
    }

    private static Optional<Address> address(Map<String, String> fields, String key) {
        return Optional.ofNullable(fields.get(key)).flatMap(Address::read);
    }

    private static int number(Map<String, String> fields, String key, int absent) {
        String text = fields.getOrDefault(key, "");
        return isNumber(text) ? Integer.parseInt(text) : absent;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
