package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/**
 * What {@code conntrack -L} lists, or {@code /proc/net/nf_conntrack}.
 *
 * @param file as the user called it
 * @param notUnderstood the lines that are no entries
 */
public record ConnectionTable(String file, List<TrackedConnection> connections, List<Integer> notUnderstood) {
    private static final String HELP = "conntrack -L prints what is read here";

    public ConnectionTable {
        connections = List.copyOf(connections);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** Reads a listing; fails if nothing in it is an entry. */
    public static ConnectionTable read(SourceText source) throws DumpException {
        List<TrackedConnection> connections = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        int number = 0;
        for (long start = 0; start < source.bytes().length(); start = source.nextLine(start)) {
            number++;
            String line = source.lineAt(start);
            // The tool says on its error stream how many it has shown.
            if (!line.isBlank() && !line.startsWith("conntrack v")) {
                int at = number;
                ConnectionLine.read(line, at).ifPresentOrElse(connections::add, () -> others.add(at));
            }
        }
        if (connections.isEmpty()) {
            throw new DumpException(
                    others.isEmpty()
                            ? source.name() + ": no connection in it"
                            : "%s:%d:1: not an entry of conntrack -L".formatted(source.name(), others.get(0)),
                    isXml(source) ? HELP + ", without -o xml" : HELP);
        }
        return new ConnectionTable(source.name(), connections, others);
    }

    private static boolean isXml(SourceText source) {
        return source.line(1).startsWith("<");
    }
}
