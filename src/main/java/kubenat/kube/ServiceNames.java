package kubenat.kube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.trace.Outcome;

/**
 * Which Service port the chains of kube-proxy belong to: read from comments in them and on the rules that lead to them, verified
 * by the hash in their names. Reads the chain asked for and, at the most, the chains of entries. For one thread.
 */
public final class ServiceNames {
    /** How many rules of a chain are asked for their comments; large clusters have none on the others. */
    private static final int RULES_ASKED = 8;

    private final Ruleset ruleset;
    private final ApiNames api;
    private final ChainHash hash = new ChainHash();
    private final EndpointReader endpoints;
    private final Entries entries;
    private final Map<ChainName, Optional<NamedService>> named = new HashMap<>();

    public ServiceNames(Ruleset ruleset) {
        this(ruleset, ApiNames.NONE);
    }

    /** The API names what has no comment. */
    public ServiceNames(Ruleset ruleset, ApiNames api) {
        this(ruleset, api, Entries.of(ruleset, api));
    }

    private ServiceNames(Ruleset ruleset, ApiNames api, Entries entries) {
        this.ruleset = ruleset;
        this.api = api;
        this.entries = entries;
        this.endpoints = new EndpointReader(ruleset, api);
    }

    /** The same for another thread; the entries are read for both together. */
    public ServiceNames another() {
        return new ServiceNames(ruleset, api, entries);
    }

    ApiNames api() {
        return api;
    }

    /** The entries of the ruleset, read when first asked for. */
    public Entries entries() {
        return entries;
    }

    /** The Service port that a chain belongs to; empty for chains that serve all or none of them. */
    public Optional<ServicePortName> of(ChainName chain) {
        return named(chain).map(NamedService::name);
    }

    /** The same, with how sure it is; found once, since the routes to all endpoints of a Service ask for the same chains. */
    public Optional<NamedService> named(ChainName chain) {
        return named.computeIfAbsent(chain, this::find);
    }

    private Optional<NamedService> find(ChainName chain) {
        Optional<String> letters = ChainRole.letters(chain.name()).filter(text -> chain.table() == TableName.NAT);
        if (letters.isEmpty()) {
            return Optional.empty();
        }
        Set<ServicePortName> names = comments(chain);
        if (ChainRole.of(chain.name()) == ChainRole.SEP) {
            return ofEndpoint(chain.name(), names);
        }
        Optional<NamedService> own =
                NamedService.judge(hash, letters.get(), names).filter(named -> named.proof() == Proof.PROVED);
        if (own.isPresent()) {
            return own;
        }
        entries().withLetters(letters.get()).forEach(entry -> entry.name().ifPresent(names::add));
        return judge(letters.get(), names);
    }

    /** The name that the letters prove: one of these, or one that the API has; else the first of these as edited. */
    Optional<NamedService> judge(String letters, Collection<ServicePortName> names) {
        Optional<NamedService> judged = NamedService.judge(hash, letters, names);
        return judged.filter(named -> named.proof() == Proof.PROVED)
                .or(() -> api.service(letters))
                .or(() -> judged);
    }

    /** How sure it is that a chain of a Service port belongs to the one that an entry names; without it, as {@link #named}. */
    Optional<NamedService> named(ChainName chain, Optional<ServicePortName> byEntry) {
        return byEntry.isEmpty()
                ? named(chain)
                : ChainRole.letters(chain.name())
                        .flatMap(letters -> judge(letters, byEntry.stream().toList()));
    }

    /** The names in the comments of a chain's first rules. */
    Set<ServicePortName> comments(ChainName chain) {
        Set<ServicePortName> names = new LinkedHashSet<>();
        ruleset.chain(chain)
                .map(found -> found.head(RULES_ASKED))
                .orElse(List.of())
                .forEach(rule -> new RuleFields(rule).comment().ifPresent(comment -> names.add(comment.name())));
        return names;
    }

    /** Without a comment, each name among the entries is tried: one of them gives the hash. */
    private Optional<NamedService> ofEndpoint(String chain, Set<ServicePortName> comments) {
        Optional<ServicePortName> known = endpoints.ofApi(chain).map(ApiEndpoints.Found::name);
        if (known.isPresent()) {
            return Optional.of(new NamedService(known.get(), Optional.empty(), Proof.PROVED));
        }
        Set<ServicePortName> names = comments.isEmpty() ? entries().names() : comments;
        return endpoints
                .proved(chain, names)
                .map(name -> new NamedService(name, Optional.empty(), Proof.PROVED))
                .or(() -> comments.stream().findFirst().map(name -> {
                    Proof proof = endpoints.read(chain, List.of(name)).proof();
                    return new NamedService(name, Optional.empty(), proof);
                }));
    }

    /** The one declared chain that a cut name stands for; empty for a name that is declared or could be several. */
    public Optional<ChainName> repaired(ChainName cut) {
        return ruleset.table(cut.table())
                .filter(table -> table.chain(cut.name()).isEmpty())
                .flatMap(table -> CutNames.repair(table, cut.name()))
                .map(name -> new ChainName(cut.table(), name));
    }

    /** The endpoint of a chain whose rule is garbled, as the hash proves it. */
    public Optional<String> recovered(ChainName chain) {
        if (chain.table() != TableName.NAT || ChainRole.of(chain.name()) != ChainRole.SEP) {
            return Optional.empty();
        }
        Endpoint endpoint = endpoints.read(chain.name(), of(chain).stream().toList());
        return endpoint.address().filter(address -> endpoint.state() == EndpointState.RECOVERED);
    }

    /** Names what has become of a packet, from the rules on its way. */
    public OutcomeNames ofOutcome(Outcome outcome) {
        return new OutcomeReader(this, endpoints).names(outcome);
    }

    /** The names that comments on the rules of a way give, in order. */
    static List<ServicePortName> comments(List<Rule> rules) {
        Set<ServicePortName> names = new LinkedHashSet<>();
        rules.forEach(rule -> new RuleFields(rule).comment().ifPresent(comment -> names.add(comment.name())));
        return new ArrayList<>(names);
    }
}
