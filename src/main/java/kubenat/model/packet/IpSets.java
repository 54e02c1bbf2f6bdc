package kubenat.model.packet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code ipset save} prints: {@code create} and {@code add} lines (ipset 7.17). */
public final class IpSets {
    private static final Set<String> FLAGS = Set.of("counters", "comment", "skbinfo", "forceadd");

    private final Map<String, IpSet> sets = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> options = new HashMap<>();
    private final Map<String, List<IpSet.Entry>> entries = new HashMap<>();

    private IpSets() {}

    /**
     * All sets by name, in order.
     *
     * @throws IllegalArgumentException with the line, when a line is no such line
     */
    public static Map<String, IpSet> parse(String text) {
        IpSets reader = new IpSets();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(reader::line);
        Map<String, IpSet> all = new LinkedHashMap<>();
        reader.sets.forEach((name, set) -> all.put(name, complete(set, reader.entries.getOrDefault(name, List.of()))));
        return Collections.unmodifiableMap(all);
    }

    private void line(String line) {
        List<String> words = List.of(line.split("\\s+"));
        String verb = words.get(0);
        if (words.size() >= 3 && verb.equals("create")) {
            create(words);
        } else if (words.size() >= 3 && verb.equals("add") && sets.containsKey(words.get(1))) {
            add(words, line);
        } else if (!verb.equals("COMMIT")) {
            throw new IllegalArgumentException("not a line of ipset save: " + line);
        }
    }

    private void create(List<String> words) {
        Map<String, String> given = new HashMap<>();
        for (int i = 3; i < words.size(); i++) {
            boolean flag = FLAGS.contains(words.get(i)) || i + 1 == words.size();
            given.put(words.get(i), flag ? "" : words.get(i + 1));
            i += flag ? 0 : 1;
        }
        String type = words.get(2);
        boolean addresses = !type.equals("list:set") && !type.equals("bitmap:port");
        Family family = "inet6".equals(given.get("family")) ? Family.IPV6 : Family.IPV4;
        options.put(words.get(1), given);
        entries.put(words.get(1), new ArrayList<>());
        sets.put(
                words.get(1),
                new IpSet(words.get(1), type, addresses ? Optional.of(family) : Optional.empty(), List.of()));
    }

    private void add(List<String> words, String line) {
        IpSet set = Optional.ofNullable(sets.get(words.get(1))).orElseThrow();
        Map<String, String> given = options.getOrDefault(set.name(), Map.of());
        List<String> more = words.subList(3, words.contains("comment") ? words.indexOf("comment") : words.size());
        List<SetValue> values = new SetValueText(set, given, more.contains("wildcard"))
                .read(words.get(2))
                .orElseThrow(() -> new IllegalArgumentException("not a member of a " + set.type() + ": " + line));
        entries.computeIfAbsent(set.name(), name -> new ArrayList<>())
                .add(new IpSet.Entry(values, more.contains("nomatch")));
    }

    /** Members that are addresses alone become one; with exceptions, the narrower come first. */
    private static IpSet complete(IpSet set, List<IpSet.Entry> entries) {
        if (entries.stream().anyMatch(IpSet.Entry::nomatch)) {
            List<IpSet.Entry> sorted = new ArrayList<>(entries);
            sorted.sort(Comparator.comparing(IpSets::width, Comparator.reverseOrder()));
            return new IpSet(set.name(), set.type(), set.family(), sorted);
        }
        boolean alone =
                entries.size() > 1 && set.dimension() == 1 && set.family().isPresent();
        if (!alone) {
            return new IpSet(set.name(), set.type(), set.family(), entries);
        }
        List<Cidr> all = entries.stream()
                .flatMap(e -> ((SetValue.Addresses) e.values().get(0)).set().cidrs().stream())
                .toList();
        SetValue one = new SetValue.Addresses(AddressSet.of(set.family().orElseThrow(), all));
        return new IpSet(set.name(), set.type(), set.family(), List.of(new IpSet.Entry(List.of(one), false)));
    }

    /** The prefix lengths, as text that sorts like them. */
    private static String width(IpSet.Entry entry) {
        StringBuilder width = new StringBuilder();
        for (SetValue value : entry.values()) {
            if (value instanceof SetValue.Addresses addresses) {
                width.append((char) addresses.set().cidrs().get(0).prefixLength());
            }
        }
        return width.toString();
    }
}
