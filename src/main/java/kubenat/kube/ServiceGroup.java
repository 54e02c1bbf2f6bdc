package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.Protocol;

/** What is found of one Service port while the table of Services is made: its entries, and the letters of its chains' names. */
final class ServiceGroup {
    private final Optional<ServicePortName> name;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> chains = new LinkedHashSet<>();

    ServiceGroup(Optional<ServicePortName> name) {
        this.name = name;
    }

    void add(Entry entry) {
        entries.add(entry);
        entry.chain().ifPresent(chains::add);
    }

    /** A chain that no entry leads to. */
    void add(String chain) {
        chains.add(chain);
    }

    Optional<ServicePortName> name() {
        return name;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The chains that entries lead to, or those that none leads to. */
    List<String> chains() {
        return List.copyOf(chains);
    }

    Optional<Protocol> protocol() {
        return entries.stream().flatMap(entry -> entry.protocol().stream()).findFirst();
    }
}
