package kubenat.surroundings;

import java.util.LinkedHashMap;
import java.util.Map;
import kubenat.model.packet.IpSet;
import kubenat.source.DumpException;

/** Reads {@code ipset save} (ipset 7.17). */
public final class IpSets {
    private IpSets() {}

    /** The sets by name; {@code name} is what the user called the text. */
    public static Map<String, IpSet> read(String name, String text) throws DumpException {
        Map<String, IpSetBuilder> builders = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!take(Words.of(line), builders)) {
                throw new DumpException(
                        "%s:%d:1: not a line of ipset save: %s".formatted(name, number, line.strip()),
                        "ipset save prints create and add lines");
            }
        }
        Map<String, IpSet> sets = new LinkedHashMap<>();
        builders.forEach((set, builder) -> sets.put(set, builder.build()));
        return sets;
    }

    /** Whether the line is one of ipset save, or says nothing. */
    private static boolean take(Words words, Map<String, IpSetBuilder> builders) {
        if (words.isEmpty() || words.at(0).startsWith("#")) {
            return true;
        }
        boolean complete = words.all().size() >= 3;
        if (complete && words.at(0).equals("create")) {
            builders.put(words.at(1), new IpSetBuilder(words.all()));
            return true;
        }
        IpSetBuilder builder = builders.get(words.at(1));
        return complete && words.at(0).equals("add") && builder != null && builder.add(words.all());
    }
}
