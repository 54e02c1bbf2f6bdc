package kubenat.kube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;

/** Makes one row of the table of Services of what was found of a Service port. */
final class ServiceAssembly {
    private static final Comparator<ServiceEntry> ORDER = Comparator.comparing(ServiceEntry::kind)
            .thenComparing(entry -> entry.address().map(Address::toString).orElse(""))
            .thenComparing(entry -> entry.ports().toString());

    private final Entries entries;
    private final ServiceGroup group;
    private final ServiceChains chains;
    private final Map<Place, ServiceEntry> found = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    private record Place(Optional<Address> address, NumberSet ports) {}

    ServiceAssembly(Entries entries, ServiceGroup group, ServiceChains chains) {
        this.entries = entries;
        this.group = group;
        this.chains = chains;
    }

    Service service(Optional<NamedService> named) {
        List<ServiceRoute> unentered = group.entries().isEmpty()
                ? group.chains().stream().map(chains::route).toList()
                : List.of();
        group.entries().forEach(this::add);
        if (!unentered.isEmpty()) {
            notes.add("no entry in the dump leads to " + String.join(", ", group.chains()));
        }
        notes.addAll(chains.notes());
        List<Endpoint> userspace = Userspace.endpoints(group.entries());
        List<Endpoint> all = userspace.isEmpty() ? chains.endpoints(false).orElse(List.of()) : userspace;
        List<ServiceEntry> sorted = found.values().stream().sorted(ORDER).toList();
        return new Service(
                named.map(NamedService::name).or(group::name),
                named.map(NamedService::proof).orElse(Proof.CLAIMED),
                protocol(named),
                group.chains().stream().findFirst(),
                sorted,
                all,
                localEndpoints(sorted),
                chains.affinitySeconds(),
                Policies.external(sorted),
                Policies.internal(sorted),
                chains.counted(),
                new ArrayList<>(notes));
    }

    private Optional<Protocol> protocol(Optional<NamedService> named) {
        return group.protocol().or(() -> named.flatMap(NamedService::protocol));
    }

    private Optional<List<Endpoint>> localEndpoints(List<ServiceEntry> sorted) {
        boolean local = sorted.stream().anyMatch(ServiceEntry::local);
        return chains.endpoints(true).or(() -> local ? Optional.of(List.of()) : Optional.empty());
    }

    private void add(Entry entry) {
        Place place = new Place(entry.address(), entry.ports());
        ServiceEntry known = found.get(place);
        if (known == null) {
            found.put(place, read(entry));
        } else if (entry.refused().isPresent()) {
            found.put(place, refused(known, entry));
        }
    }

    private ServiceEntry read(Entry entry) {
        ServiceRoute route = entry.chain().map(chains::route).orElse(ServiceRoute.NONE);
        boolean none =
                entry.chain().isPresent() && route.local() && endpoints(route).isEmpty();
        Optional<String> refused = none && route.refused() ? Optional.of("has no local endpoints") : entry.refused();
        boolean local = route.local()
                || refused.filter("has no local endpoints"::equals).isPresent();
        return new ServiceEntry(
                entry.kind(),
                entry.address(),
                entry.ports(),
                local,
                masqueraded(entry, route),
                route.ranges(),
                refused,
                entry.rule());
    }

    private List<Endpoint> endpoints(ServiceRoute route) {
        return route.last().isEmpty()
                ? List.of()
                : chains.endpoints(route.local()).orElse(List.of());
    }

    private Optional<MasqueradedClients> masqueraded(Entry entry, ServiceRoute route) {
        if (Userspace.isTarget(entry.rule().target())) {
            return Optional.of(MasqueradedClients.ALL);
        }
        return entry.chain().isEmpty() || route.missing()
                ? Optional.empty()
                : Optional.of(entries.marks(entry).stream()
                        .map(MasqueradedClients::of)
                        .reduce(route.masqueraded(entry), MasqueradedClients::or));
    }

    /** A refusal in filter counts only for packets that nat has not translated to an endpoint before. */
    private ServiceEntry refused(ServiceEntry known, Entry refusal) {
        List<Endpoint> served = chains.endpoints(known.local()).orElse(List.of());
        if (known.refused().isEmpty() && served.isEmpty()) {
            return new ServiceEntry(
                    known.kind(),
                    known.address(),
                    known.ports(),
                    known.local(),
                    known.masqueraded(),
                    known.sourceRanges(),
                    refusal.refused(),
                    known.rule());
        }
        if (known.refused().isEmpty()) {
            notes.add(refusal.rule().place() + " refuses " + refusal.place()
                    + ", but nat translates these packets before");
        }
        return known;
    }
}
