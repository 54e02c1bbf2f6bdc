package kubenat.kube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;

/**
 * Every Service port that a ruleset shows.
 *
 * @param all sorted by namespace, name and port; those without a name last
 * @param others what other programs translate
 * @param notes what is odd about the dump as a whole
 * @param incomplete what the dump lacks
 */
public record Services(List<Service> all, List<OtherTranslation> others, List<String> notes, List<String> incomplete) {
    /** Fewer Service ports are read before other threads have started. */
    private static final int WORTH_SEVERAL_THREADS = 200;

    private static final Comparator<Service> ORDER = Comparator.comparing(
                    (Service service) -> service.name().isEmpty())
            .thenComparing(service -> service.name().orElse(new ServicePortName("-", "-", Optional.empty())))
            .thenComparing(Service::label)
            .thenComparing(service -> service.protocol().map(Object::toString).orElse(""));

    public Services {
        all = List.copyOf(all);
        others = List.copyOf(others);
        notes = List.copyOf(notes);
        incomplete = List.copyOf(incomplete);
    }

    /** Reads all chains of kube-proxy in the ruleset, each once. */
    public static Services of(Ruleset ruleset) {
        return of(ruleset, ApiNames.NONE);
    }

    /** The same; the API names what has no comment, and the notes say what it named and what it contradicts. */
    public static Services of(Ruleset ruleset, ApiNames api) {
        ServiceNames names = new ServiceNames(ruleset, api);
        List<Task> tasks = new ArrayList<>();
        for (ServiceGroup group : groups(ruleset, names)) {
            tasks.add(new Task(group, name(names, group)));
        }
        Shares shares = new Shares();
        ThreadLocal<EndpointReader> endpoints = ThreadLocal.withInitial(() -> new EndpointReader(ruleset, api));
        Stream<Task> each = tasks.size() < WORTH_SEVERAL_THREADS ? tasks.stream() : tasks.parallelStream();
        List<Service> services = each.map(task -> {
                    ServiceChains chains = new ServiceChains(ruleset, shares, endpoints.get(), task.names());
                    return new ServiceAssembly(names.entries(), task.group(), chains).service(task.named());
                })
                .sorted(ORDER)
                .toList();
        return new Services(services, OtherTranslation.of(ruleset), notes(ruleset, names), Gaps.incomplete(ruleset));
    }

    /** One Service port whose chains are to be read. */
    private record Task(ServiceGroup group, Optional<NamedService> named) {
        List<ServicePortName> names() {
            return named.map(NamedService::name).or(group::name).stream().toList();
        }
    }

    private static Optional<NamedService> name(ServiceNames names, ServiceGroup group) {
        Optional<ServicePortName> byEntry = group.name();
        Optional<NamedService> byChain = group.chains().stream()
                .flatMap(chain -> names.named(new ChainName(TableName.NAT, chain), byEntry).stream())
                .findFirst();
        return byChain.or(() -> byEntry.map(NamedService::claimed));
    }

    /** Entries with the same name belong together; without names, those whose chains end in the same letters. */
    private static List<ServiceGroup> groups(Ruleset ruleset, ServiceNames names) {
        Map<Object, ServiceGroup> groups = new LinkedHashMap<>();
        Set<String> entered = new HashSet<>();
        for (Entry entry : names.entries().all()) {
            groups.computeIfAbsent(key(entry), none -> new ServiceGroup(entry.name()))
                    .add(entry);
            entry.chain().flatMap(ChainRole::letters).ifPresent(entered::add);
        }
        for (String chain : unentered(ruleset, entered)) {
            String letters = ChainRole.letters(chain).orElse("");
            groups.computeIfAbsent(letters, none -> new ServiceGroup(Optional.empty()))
                    .add(chain);
        }
        return new ArrayList<>(groups.values());
    }

    private record Named(ServicePortName name, Optional<?> protocol) {}

    private static Object key(Entry entry) {
        if (entry.name().isPresent()) {
            return new Named(entry.name().get(), entry.protocol());
        }
        return entry.chain().flatMap(ChainRole::letters).orElseGet(entry::place);
    }

    private static Set<String> unentered(Ruleset ruleset, Set<String> entered) {
        Set<String> chains = new LinkedHashSet<>();
        ruleset.table(TableName.NAT)
                .ifPresent(table -> table.chains()
                        .map(chain -> chain.name().name())
                        .filter(name -> ChainRole.of(name).isOfService())
                        .filter(name ->
                                !entered.contains(ChainRole.letters(name).orElse("")))
                        .forEach(chains::add));
        return chains;
    }

    private static List<String> notes(Ruleset ruleset, ServiceNames names) {
        List<String> notes = new ArrayList<>();
        if (isIpvs(ruleset)) {
            notes.add("kube-proxy works in IPVS mode: Services are in ipsets, not in rules");
        }
        notes.addAll(Naming.of(
                        names,
                        ruleset.table(TableName.NAT).stream()
                                .flatMap(Table::chains)
                                .map(Chain::name))
                .notes());
        return notes;
    }

    private static boolean isIpvs(Ruleset ruleset) {
        return ruleset.chain(new ChainName(TableName.NAT, "KUBE-LOAD-BALANCER")).isPresent()
                || ruleset.chain(new ChainName(TableName.NAT, "KUBE-NODE-PORT")).isPresent();
    }
}
