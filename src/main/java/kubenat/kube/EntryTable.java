package kubenat.kube;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kubenat.model.Rule;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;

/** Entries found by what they are asked for, and the rules beside them that mark packets for masquerading. */
final class EntryTable {
    private final List<Entry> all = new ArrayList<>();
    private final Map<Place, List<Rule>> marks = new LinkedHashMap<>();
    private final Map<Address, List<Entry>> byAddress;
    private final Map<Integer, List<Entry>> byNodePort;
    private final Map<ServicePortName, List<Entry>> byName;
    private final Map<String, List<Entry>> byLetters;

    /** What a rule among the entries asks for: an address, or none for a NodePort, and ports. */
    private record Place(Optional<Address> address, NumberSet ports) {}

    EntryTable(List<Rule> rules, ApiNames api) {
        rules.forEach(rule -> add(rule, api));
        byAddress = index(Entry::address);
        byNodePort = index(EntryTable::nodePort);
        byName = index(Entry::name);
        byLetters = index(entry -> entry.chain().flatMap(ChainRole::letters));
    }

    private void add(Rule rule, ApiNames api) {
        if (Masquerading.isMark(rule)) {
            RuleFields fields = new RuleFields(rule);
            Place place = new Place(fields.address(), fields.ports().orElse(NumberSet.PORTS));
            marks.computeIfAbsent(place, none -> new ArrayList<>()).add(rule);
        }
        EntryReader.read(rule).map(api::named).ifPresent(all::add);
    }

    private static Optional<Integer> nodePort(Entry entry) {
        return entry.port().filter(port -> entry.kind() == EntryKind.NODE_PORT);
    }

    private <K> Map<K, List<Entry>> index(Function<Entry, Optional<K>> key) {
        Map<K, List<Entry>> index = new LinkedHashMap<>();
        for (Entry entry : all) {
            key.apply(entry)
                    .ifPresent(k ->
                            index.computeIfAbsent(k, none -> new ArrayList<>()).add(entry));
        }
        return index;
    }

    List<Entry> all() {
        return Collections.unmodifiableList(all);
    }

    List<Entry> at(Address address) {
        return byAddress.getOrDefault(address, List.of());
    }

    List<Entry> nodePort(int port) {
        return byNodePort.getOrDefault(port, List.of());
    }

    List<Entry> of(ServicePortName name) {
        return byName.getOrDefault(name, List.of());
    }

    List<Entry> withLetters(String letters) {
        return byLetters.getOrDefault(letters, List.of());
    }

    List<ServicePortName> names() {
        return List.copyOf(byName.keySet());
    }

    /** The rules beside an entry that mark its packets for masquerading. */
    List<Rule> marks(Entry entry) {
        return marks.getOrDefault(new Place(entry.address(), entry.ports()), List.of()).stream()
                .filter(rule -> rule.chain().equals(entry.rule().chain()))
                .filter(rule -> Masquerading.fits(rule, entry))
                .toList();
    }
}
