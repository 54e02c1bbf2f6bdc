package kubenat.lint.checks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entries;
import kubenat.kube.Entry;
import kubenat.kube.RuleFields;
import kubenat.lint.Call;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.target.DestinationNat;

/** The chains that kube-proxy has for all Services together, and questions about its chains that several checks ask. */
final class KubeChains {
    static final ChainName SERVICES = new ChainName(TableName.NAT, "KUBE-SERVICES");
    static final ChainName NODEPORTS = new ChainName(TableName.NAT, "KUBE-NODEPORTS");
    static final ChainName MARK_MASQ = new ChainName(TableName.NAT, "KUBE-MARK-MASQ");
    static final ChainName MARK_DROP = new ChainName(TableName.NAT, "KUBE-MARK-DROP");
    static final ChainName POSTROUTING = new ChainName(TableName.NAT, "KUBE-POSTROUTING");

    private KubeChains() {}

    static ChainName nat(String name) {
        return new ChainName(TableName.NAT, name);
    }

    /** The role of a chain of nat; NONE for one of another table. */
    static ChainRole role(Chain chain) {
        return chain.name().table() == TableName.NAT ? ChainRole.of(chain.name().name()) : ChainRole.NONE;
    }

    /** The rules of a chain; none if the dump lacks it. */
    static List<Rule> rules(Subject subject, ChainName name) {
        return subject.ruleset().chain(name).map(Chain::rules).orElse(List.of());
    }

    /** The chains of one role. */
    static Stream<Chain> all(Subject subject, ChainRole role) {
        return subject.chains(TableName.NAT, found -> found == role);
    }

    /** The built-in chains from which packets can come to a chain, by whatever ways. */
    static Set<String> hooksOf(Subject subject, ChainName chain) {
        Set<ChainName> seen = new LinkedHashSet<>(Set.of(chain));
        List<ChainName> next = List.of(chain);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(name -> subject.calls().to(name).stream())
                    .map(Call::from)
                    .filter(seen::add)
                    .toList();
        }
        Set<String> hooks = new LinkedHashSet<>();
        seen.forEach(name -> subject.ruleset()
                .chain(name)
                .filter(found -> found.policy().isPresent())
                .ifPresent(found -> hooks.add(name.name())));
        return hooks;
    }

    /** The Service port that a chain is of, with the chain; the chain alone where no name is known. */
    static String label(Subject subject, ChainName chain) {
        return subject.names()
                .of(chain)
                .map(name -> name + " (" + chain.name() + ")")
                .orElse(chain.name());
    }

    /** The Service port that a rule's comment names, or else where the rule leads to. */
    static String label(Rule rule) {
        RuleFields fields = new RuleFields(rule);
        return fields.comment()
                .map(comment -> comment.name().toString())
                .or(fields::chain)
                .orElseGet(rule::place);
    }

    /** The chain whose rules send packets to an endpoint; the first one if there are several. */
    static Optional<ChainName> callerOf(Subject subject, ChainName endpoint) {
        return subject.calls().firstCaller(endpoint);
    }

    /** The entries of nat that ask for the same address, protocol and port as a refusal in filter, and lead to a chain. */
    static List<Entry> same(Subject subject, Entry refusal) {
        Entries entries = subject.names().entries();
        Stream<Entry> candidates = refusal.address()
                .map(address -> entries.at(address).stream())
                .or(() -> refusal.port().map(port -> entries.nodePort(port).stream()))
                .orElseGet(Stream::empty);
        return candidates
                .filter(entry -> entry.chain().isPresent() && entry.refused().isEmpty())
                .filter(entry -> entry.protocol().equals(refusal.protocol())
                        && entry.ports().equals(refusal.ports()))
                .toList();
    }

    /** All entries, read once; a search for single ones would read the dispatchers for each. */
    static Entries entries(Subject subject) {
        Entries entries = subject.names().entries();
        entries.all();
        return entries;
    }

    /** The rules of KUBE-SERVICES that lead to the NodePorts. */
    static List<Rule> nodePortJumps(Chain services) {
        return services.rules().stream()
                .filter(rule -> new RuleFields(rule).leadsTo() == ChainRole.NODEPORTS)
                .toList();
    }

    /** Where an endpoint's chain sends packets, as its DNAT rule has it; empty text if it has none. */
    static String destination(Subject subject, ChainName endpoint) {
        return rules(subject, endpoint).stream()
                .filter(rule -> rule.target() instanceof DestinationNat)
                .map(rule -> ((DestinationNat) rule.target()).to().text())
                .findFirst()
                .orElse("");
    }
}
