package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.Address;
import kubenat.model.packet.Protocol;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/**
 * What {@code ss -lntu} lists, with {@code -p} or without (iproute2 6.1).
 *
 * @param file as the user called it
 * @param notUnderstood the lines that are no sockets
 */
public record ListeningSockets(String file, List<ListeningSocket> sockets, List<Integer> notUnderstood) {
    /** What ss calls the kinds of sockets that have a column of their own, of which tcp, udp and sctp are kept. */
    private static final Set<String> KINDS = Set.of(
            "tcp", "udp", "sctp", "mptcp", "dccp", "raw", "p_raw", "p_dgr", "nl", "u_str", "u_dgr", "u_seq", "v_str",
            "icmp6", "???", "tipc", "xdp");

    private static final Set<String> STATES = Set.of("LISTEN", "UNCONN");

    public ListeningSockets {
        sockets = List.copyOf(sockets);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** Reads a listing; fails if nothing in it is a socket. */
    public static ListeningSockets read(SourceText source) throws DumpException {
        List<ListeningSocket> sockets = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        int number = 0;
        int known = 0;
        for (long start = 0; start < source.bytes().length(); start = source.nextLine(start)) {
            number++;
            Words words = Words.of(source.lineAt(start));
            if (words.isEmpty() || words.at(0).equals("Netid") || words.at(0).equals("State")) {
                continue;
            }
            boolean named = KINDS.contains(words.at(0));
            if (!named && !STATES.contains(words.at(0))) {
                others.add(number);
                continue;
            }
            known++;
            Optional<ListeningSocket> socket = socket(words, named ? 1 : 0, number);
            socket.ifPresent(sockets::add);
        }
        if (known == 0) {
            throw new DumpException(
                    others.isEmpty()
                            ? source.name() + ": no socket in it"
                            : "%s:%d:1: not a line of ss -lntu".formatted(source.name(), others.get(0)),
                    "ss -lntup prints what is read here");
        }
        return new ListeningSockets(source.name(), sockets, others);
    }

    /** {@code at} is the column of the state; that of a socket which is no tcp, udp or sctp is empty. */
    private static Optional<ListeningSocket> socket(Words words, int at, int line) {
        String kind = at == 1 ? words.at(0) : words.at(0).equals("LISTEN") ? "tcp" : "udp";
        if (!Set.of("tcp", "udp", "sctp").contains(kind) || !STATES.contains(words.at(at))) {
            return Optional.empty();
        }
        String local = words.at(at + 3);
        int colon = local.lastIndexOf(':');
        String port = local.substring(colon + 1);
        if (colon < 0 || port.isEmpty() || port.length() > 5 || !port.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        Optional<Address> address = Address.read(host(local.substring(0, colon)))
                .filter(found -> !found.equals(Address.first(found.family())));
        return Optional.of(new ListeningSocket(
                line, Protocol.parse(kind), address, Integer.parseInt(port), process(String.join(" ", words.all()))));
    }

    /** {@code 127.0.0.53%lo} and {@code [fe80::1]%eth0} are addresses on an interface. */
    private static String host(String text) {
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        return bare.replace("[", "").replace("]", "");
    }

    /** {@code users:(("sshd",pid=1,fd=3))}. */
    private static Optional<String> process(String line) {
        int from = line.indexOf("((\"");
        int to = from < 0 ? -1 : line.indexOf('"', from + 3);
        return to < 0 ? Optional.empty() : Optional.of(line.substring(from + 3, to));
    }
}
