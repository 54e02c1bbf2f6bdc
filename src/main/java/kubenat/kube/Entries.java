package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;

/**
 * The entries of Service ports that a ruleset has, in the dump's order. Only a handful of chains are read, and of long ones only
 * the lines that a question may concern, until all entries are asked for. Several threads may ask.
 */
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

    /** Whoever asks more often is better served by all of them, read once. */
    private static final int MOST_QUESTIONS = 32;

    private final Ruleset ruleset;
    private final ApiNames api;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Optional<EntryTable> whole = Optional.empty();

    private Entries(Ruleset ruleset, ApiNames api) {
        this.ruleset = ruleset;
        this.api = api;
    }

    /** The entries of a ruleset, read as they are asked for. */
    public static Entries of(Ruleset ruleset) {
        return of(ruleset, ApiNames.NONE);
    }

    /** The same; the API names those that have no comment. */
    public static Entries of(Ruleset ruleset, ApiNames api) {
        return new Entries(ruleset, api);
    }

    private EntryTable whole() {
        return whole.orElseGet(this::readWhole);
    }

    private synchronized EntryTable readWhole() {
        if (whole.isEmpty()) {
            whole = Optional.of(read(Chain::rules));
        }
        return whole.get();
    }

    /** The whole table if it is known or many have asked, else one of those rules only that may concern a question. */
    private EntryTable table(Function<Chain, List<Rule>> rules) {
        return whole.orElseGet(() -> questions.incrementAndGet() > MOST_QUESTIONS ? readWhole() : read(rules));
    }

    private EntryTable read(Function<Chain, List<Rule>> rules) {
        List<Rule> found = new ArrayList<>();
        CHAINS.forEach(name -> ruleset.chain(name).map(rules).ifPresent(found::addAll));
        return new EntryTable(found, api);
    }

    public List<Entry> all() {
        return whole().all();
    }

    /** The entries for a ClusterIP, external or load-balancer IP and a port; empty when the address is none of these. */
    public List<Entry> at(Protocol protocol, Address address, int port) {
        AddressSet to = AddressSet.of(address);
        return table(chain -> chain.rulesFor(to, NumberSet.of(port))).at(address).stream()
                .filter(entry -> entry.takes(protocol) && entry.ports().contains(port))
                .toList();
    }

    /** The entries for a ClusterIP, external or load-balancer IP, whatever the port. */
    public List<Entry> at(Address address) {
        AddressSet to = AddressSet.of(address);
        return table(chain -> chain.rulesFor(to, NumberSet.PORTS)).at(address);
    }

    /** The entries for a NodePort, of any protocol. */
    public List<Entry> nodePort(int port) {
        AddressSet any = AddressSet.all(ruleset.family());
        return table(chain -> chain.rulesFor(any, NumberSet.of(port))).nodePort(port);
    }

    /** The entries of a Service port. */
    public List<Entry> of(ServicePortName name) {
        Set<Entry> found = new LinkedHashSet<>(
                table(chain -> chain.rulesWith(name.toString())).of(name));
        for (String letters : api.letters(name)) {
            found.addAll(table(chain -> chain.rulesWith(letters)).of(name));
        }
        return List.copyOf(found);
    }

    /** The names of the ports of a Service, in the dump's order. */
    List<ServicePortName> portsOf(String service) {
        Stream<ServicePortName> commented = table(chain -> chain.rulesWith(service)).names().stream()
                .filter(name -> name.service().equals(service));
        Stream<ServicePortName> known = api.portsOf(service).stream().filter(name -> !of(name).isEmpty());
        return Stream.concat(commented, known).distinct().toList();
    }

    /** The entries that lead to a chain whose name ends in these letters. */
    public List<Entry> withLetters(String letters) {
        return table(chain -> chain.rulesWith(letters)).withLetters(letters);
    }

    /** The rules beside an entry that mark its packets for masquerading. */
    public List<Rule> marks(Entry entry) {
        return whole().marks(entry);
    }

    /** The names of all Service ports that have entries. */
    public Set<ServicePortName> names() {
        return new LinkedHashSet<>(whole().names());
    }
}
