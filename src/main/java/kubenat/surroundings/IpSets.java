package kubenat.surroundings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.packet.IpSet;
import kubenat.source.DumpException;

/** Reads {@code ipset save} (ipset 7.17). */
public final class IpSets {
    private IpSets() {}

    /** The sets by name; {@code name} is what the user called the text. */
    public static Map<String, IpSet> read(String name, String text) throws DumpException {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, List<String>> entries = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Words words = Words.of(line);
            boolean known = entries.containsKey(words.at(1));
            if (words.at(0).equals("create")) {
                types.put(words.at(1), words.at(2));
                entries.put(words.at(1), new ArrayList<>());
            } else if (words.at(0).equals("add") && known) {
                entries.getOrDefault(words.at(1), new ArrayList<>()).add(entry(words));
            } else if (!words.isEmpty() && !words.at(0).startsWith("#")) {
                throw new DumpException(
                        "%s:%d: not a line of ipset save: %s".formatted(name, number, line.strip()),
                        "ipset save prints create and add lines");
            }
        }
        Map<String, IpSet> sets = new LinkedHashMap<>();
        types.forEach((set, type) -> sets.put(set, new IpSet(set, type, entries.getOrDefault(set, List.of()))));
        return sets;
    }

    /** The member without its timeout and counters; {@code nomatch} makes it an exception, so that it stays. */
    private static String entry(Words words) {
        return words.at(2) + (words.all().contains("nomatch") ? " nomatch" : "");
    }
}
