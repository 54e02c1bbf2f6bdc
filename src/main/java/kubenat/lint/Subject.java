package kubenat.lint;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kubenat.graph.ChainGraph;
import kubenat.kube.ChainRole;
import kubenat.kube.Owner;
import kubenat.kube.ServiceNames;
import kubenat.kube.Services;
import kubenat.kube.Surroundings;
import kubenat.lint.cluster.Comparison;
import kubenat.lint.space.Ends;
import kubenat.lint.space.Entrances;
import kubenat.lint.space.Shadow;
import kubenat.lint.space.Shadows;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.source.Span;

/**
 * What is linted: the rules of one address family on one node, and what is known beside them. Views that several checks share
 * are made when the first one asks. Several threads may ask.
 */
public final class Subject {
    private static final long MOST_KEPT = 300_000;
    private static final long MEMORY_OF_A_RULE = 2_000;

    private final Ruleset ruleset;
    private final Surroundings surroundings;
    private final Evidence evidence;
    private final Once<Boolean> keepsAll;
    private final Once<Roles> roles;
    private final Once<Calls> calls;
    private final Once<ChainGraph> graph;
    private final ThreadLocal<ServiceNames> names;
    private final Once<Services> services;
    private final Once<Comparison> comparison;
    private final Once<Ends> ends;
    private final Once<Entrances> entrances;

    private record FirstCaller(Optional<ChainName> name) {}

    /** The shadowed rules of a chain. */
    private record ShadowsOf(List<Shadow> found) {}

    public Subject(Ruleset ruleset, Surroundings surroundings) {
        this(ruleset, surroundings, Evidence.NONE);
    }

    public Subject(Ruleset ruleset, Surroundings surroundings, Evidence evidence) {
        this.ruleset = ruleset;
        this.surroundings = surroundings;
        this.evidence = evidence;
        this.keepsAll = new Once<>(() -> keepsAll(ruleset));
        this.roles = new Once<>(() -> Roles.of(ruleset));
        this.calls = new Once<>(() -> Calls.of(ruleset, this::rules));
        this.graph = new Once<>(() -> ChainGraph.of(ruleset));
        ServiceNames first = new ServiceNames(ruleset, evidence.api());
        this.names = ThreadLocal.withInitial(first::another);
        this.services = new Once<>(() -> Services.of(ruleset, evidence.api()));
        this.comparison = new Once<>(() -> Comparison.of(
                services(), evidence.api(), ruleset.family(), evidence.node().name(), surroundings));
        this.ends = new Once<>(() -> Ends.of(ruleset));
        this.entrances = new Once<>(() -> Entrances.of(ruleset, this::callers, ends()));
    }

    /** The rules of a chain for one who looks at every chain: kept for the next one, unless they are too many. */
    List<Rule> rules(Chain chain) {
        return keepsAll.get() ? chain.rules() : chain.rulesOnce();
    }

    private static boolean keepsAll(Ruleset ruleset) {
        long most = Math.min(MOST_KEPT, Runtime.getRuntime().maxMemory() / MEMORY_OF_A_RULE);
        return ruleset.tables().stream()
                        .flatMap(Table::chains)
                        .mapToLong(Chain::size)
                        .sum()
                <= most;
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    /** What the user said of the node and the cluster. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** What else the user gave: the cluster's objects, the node's connections. */
    public Evidence evidence() {
        return evidence;
    }

    /** The Services of the rules beside those of the API. */
    public Comparison comparison() {
        return comparison.get();
    }

    /** The chains of a table that kube-proxy or the kubelet uses for something that is wanted; no other chain's name is read. */
    public Stream<Chain> chains(TableName table, Predicate<ChainRole> wanted) {
        return ruleset.table(table).stream().flatMap(found -> roles.get().chains(found, wanted));
    }

    /** The same of all tables. */
    public Stream<Chain> chains(Predicate<ChainRole> wanted) {
        return ruleset.tables().stream().flatMap(table -> roles.get().chains(table, wanted));
    }

    /** The chain with the first rule that leads to a chain. */
    public Optional<ChainName> firstCaller(Chain chain) {
        return derived(chain, FirstCaller.class, () -> new FirstCaller(readFirstCaller(chain)))
                .name();
    }

    private Optional<ChainName> readFirstCaller(Chain chain) {
        return chain instanceof ChainAtHand atHand
                ? calls().firstCaller(atHand.name().table(), atHand.number())
                : calls().firstCaller(chain.name());
    }

    /** Which rules lead to which chains. */
    public Calls calls() {
        return calls.get();
    }

    /** The graph of all chains; holds all rules that lead from one to another, so ask {@link #calls} where that is enough. */
    public ChainGraph graph() {
        return graph.get();
    }

    /** For the thread that asks. */
    public ServiceNames names() {
        return names.get();
    }

    public Services services() {
        return services.get();
    }

    /** Which packets surely do not come back from a chain. */
    public Ends ends() {
        return ends.get();
    }

    /** Which packets can come to a chain at all. */
    public Entrances entrances() {
        return entrances.get();
    }

    private List<ChainName> callers(ChainName chain) {
        return calls().to(chain).stream()
                .limit(Entrances.MOST_CALLERS + 1)
                .map(Call::from)
                .toList();
    }

    /** The rules of a chain that no packet meets, as rules before them take all that these could. */
    public List<Shadow> shadows(Chain chain) {
        return derived(chain, ShadowsOf.class, () -> new ShadowsOf(Shadows.in(chain, ends(), ruleset.family())))
                .found();
    }

    /** What several checks derive from a chain: made once, by the first one that looks at it. */
    public <T> T derived(Chain chain, Class<T> type, Supplier<T> make) {
        return chain instanceof ChainAtHand atHand ? atHand.derived(type, make) : make.get();
    }

    /** The place of a rule. */
    public Place at(Rule rule) {
        return Place.of(dump(rule.chain().table()), rule);
    }

    /** The place of a chain: the line that declares it, or its first rule's. */
    public Place at(Chain chain) {
        return at(chain, dump(chain.name().table()));
    }

    /** The place of a chain of a table that is not used. */
    public static Place at(Chain chain, Table twin) {
        return at(chain, twin.dump());
    }

    private static Place at(Chain chain, String dump) {
        Span span = new Span((int) chain.line(), 1, 0);
        return new Place(dump, span, Optional.of(chain.name()), Optional.empty(), Owner.of(chain.name()));
    }

    /** The place of what concerns a whole table: its first line that we know of. */
    public Place at(TableName table) {
        int line = ruleset.table(table)
                .flatMap(found -> found.chains().findFirst())
                .map(chain -> (int) chain.line())
                .orElse(1);
        return new Place(dump(table), new Span(line, 1, 0), Optional.empty(), Optional.empty(), Owner.UNKNOWN);
    }

    private String dump(TableName table) {
        return ruleset.table(table).map(Table::dump).orElse("");
    }
}
