package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;

/** All entries of Service ports that a ruleset has, in the dump's order, and where they lead; reads a handful of chains. */
public final class Entries {
    private static final List<ChainName> CHAINS = List.of(
            new ChainName(TableName.NAT, "KUBE-SERVICES"),
            new ChainName(TableName.NAT, "KUBE-NODEPORTS"),
            new ChainName(TableName.NAT, "KUBE-PORTALS-CONTAINER"),
            new ChainName(TableName.NAT, "KUBE-PORTALS-HOST"),
            new ChainName(TableName.NAT, "KUBE-NODEPORT-CONTAINER"),
            new ChainName(TableName.NAT, "KUBE-NODEPORT-HOST"),
            new ChainName(TableName.NAT, "KUBE-NODEPORT-NON-LOCAL"),
            new ChainName(TableName.FILTER, "KUBE-SERVICES"),
            new ChainName(TableName.FILTER, "KUBE-EXTERNAL-SERVICES"),
            new ChainName(TableName.FILTER, "KUBE-NODEPORTS"));

    private final List<Entry> all = new ArrayList<>();
    private final Map<Place, List<Rule>> marks = new LinkedHashMap<>();
    private final Map<Address, List<Entry>> byAddress = new LinkedHashMap<>();
    private final Map<Integer, List<Entry>> byNodePort = new LinkedHashMap<>();
    private final Map<ServicePortName, List<Entry>> byName = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byLetters = new LinkedHashMap<>();

    private Entries() {}

    /** What a rule among the entries asks for: an address, or none for a NodePort, and ports. */
    private record Place(Optional<Address> address, NumberSet ports) {}

    /** Reads the entries of a ruleset. */
    public static Entries of(Ruleset ruleset) {
        Entries entries = new Entries();
        for (ChainName chain : CHAINS) {
            ruleset.chain(chain).map(Chain::rules).orElse(List.of()).forEach(entries::add);
        }
        return entries;
    }

    private void add(Rule rule) {
        if (Masquerading.isMark(rule)) {
            RuleFields fields = new RuleFields(rule);
            Place place = new Place(fields.address(), fields.ports().orElse(NumberSet.PORTS));
            marks.computeIfAbsent(place, none -> new ArrayList<>()).add(rule);
        }
        Optional<Entry> read = EntryReader.read(rule);
        if (read.isEmpty()) {
            return;
        }
        Entry entry = read.get();
        all.add(entry);
        entry.address().ifPresent(address -> put(byAddress, address, entry));
        entry.name().ifPresent(name -> put(byName, name, entry));
        entry.chain().flatMap(ChainRole::letters).ifPresent(letters -> put(byLetters, letters, entry));
        if (entry.kind() == EntryKind.NODE_PORT) {
            entry.port().ifPresent(port -> put(byNodePort, port, entry));
        }
    }

    private static <K> void put(Map<K, List<Entry>> map, K key, Entry entry) {
        map.computeIfAbsent(key, none -> new ArrayList<>()).add(entry);
    }

    public List<Entry> all() {
        return List.copyOf(all);
    }

    /** The rules beside an entry that mark its packets for masquerading. */
    List<Rule> marks(Entry entry) {
        return marks.getOrDefault(new Place(entry.address(), entry.ports()), List.of()).stream()
                .filter(rule -> rule.chain().equals(entry.rule().chain()))
                .filter(rule -> Masquerading.fits(rule, entry))
                .toList();
    }

    /** The entries for a ClusterIP, external or load-balancer IP and a port; empty when the address is none of these. */
    public List<Entry> at(Protocol protocol, Address address, int port) {
        return at(address).stream()
                .filter(entry -> entry.takes(protocol) && entry.ports().contains(port))
                .toList();
    }

    /** The entries for a ClusterIP, external or load-balancer IP, whatever the port. */
    public List<Entry> at(Address address) {
        return byAddress.getOrDefault(address, List.of());
    }

    /** The entries for a NodePort, of any protocol. */
    public List<Entry> nodePort(int port) {
        return byNodePort.getOrDefault(port, List.of());
    }

    /** The entries of a Service port. */
    public List<Entry> of(ServicePortName name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The entries that lead to a chain whose name ends in these letters. */
    List<Entry> withLetters(String letters) {
        return byLetters.getOrDefault(letters, List.of());
    }

    /** The names of all Service ports that have entries. */
    public Set<ServicePortName> names() {
        return new LinkedHashSet<>(byName.keySet());
    }
}
