package kubenat.surroundings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.IpSet;
import kubenat.model.packet.SetValue;

/** One ipset, as its {@code create} line and then its {@code add} lines tell (ipset 7.17). */
final class IpSetBuilder {
    private static final Set<String> FLAGS = Set.of("counters", "comment", "skbinfo", "forceadd");

    private final String name;
    private final String type;
    private final Map<String, String> options = new HashMap<>();
    private final List<IpSet.Entry> entries = new ArrayList<>();

    /** The words of {@code create NAME TYPE OPTIONS}. */
    IpSetBuilder(List<String> words) {
        name = words.get(1);
        type = words.get(2);
        for (int i = 3; i < words.size(); i++) {
            boolean flag = FLAGS.contains(words.get(i)) || i + 1 == words.size();
            options.put(words.get(i), flag ? "" : words.get(i + 1));
            i += flag ? 0 : 1;
        }
    }

    /** Takes the words of {@code add NAME MEMBER OPTIONS}; false when the member does not fit the set's type. */
    boolean add(List<String> words) {
        List<String> more = words.subList(3, words.contains("comment") ? words.indexOf("comment") : words.size());
        Optional<List<SetValue>> values = new SetValueText(type, options, more.contains("wildcard")).read(words.get(2));
        values.ifPresent(v -> entries.add(new IpSet.Entry(v, more.contains("nomatch"))));
        return values.isPresent();
    }

    /** Members that are addresses alone become one; where there are exceptions, the narrower members come first. */
    IpSet build() {
        boolean alone = family().isPresent()
                && entries.stream().allMatch(entry -> entry.values().size() == 1);
        if (entries.stream().anyMatch(IpSet.Entry::nomatch)) {
            List<IpSet.Entry> sorted = new ArrayList<>(entries);
            sorted.sort(Comparator.comparing(IpSetBuilder::width, Comparator.reverseOrder()));
            return new IpSet(name, type, family(), sorted);
        }
        return new IpSet(name, type, family(), alone ? together(family().orElseThrow()) : entries);
    }

    private List<IpSet.Entry> together(Family family) {
        List<Cidr> all = new ArrayList<>();
        for (IpSet.Entry entry : entries) {
            if (entry.values().get(0) instanceof SetValue.Addresses addresses) {
                all.addAll(addresses.set().cidrs());
            }
        }
        return List.of(new IpSet.Entry(List.of(new SetValue.Addresses(AddressSet.of(family, all))), false));
    }

    private Optional<Family> family() {
        boolean addresses = !type.equals("list:set") && !type.equals("bitmap:port");
        Family family = "inet6".equals(options.get("family")) ? Family.IPV6 : Family.IPV4;
        return addresses && !type.equals("hash:mac") ? Optional.of(family) : Optional.empty();
    }

    /** The prefix lengths in order, as text that sorts like them. */
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
