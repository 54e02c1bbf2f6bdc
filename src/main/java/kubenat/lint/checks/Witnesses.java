package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entries;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.kube.Question;
import kubenat.lint.Finding;
import kubenat.lint.Subject;
import kubenat.lint.Witness;
import kubenat.model.ChainName;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;
import kubenat.trace.SourceClass;

/** Packets that prove findings about kube-proxy's rules. */
final class Witnesses {
    /** Addresses for documentation (RFC 5737, RFC 3849): where the node's own are not known, one stands for them. */
    private static final Address SOME_NODE_V4 = Address.parse("192.0.2.1");

    private static final Address SOME_NODE_V6 = Address.parse("2001:db8::1");

    private Witnesses() {}

    /** The finding with a packet from outside that comes to a Service port's chain, if an entry of nat leads there. */
    static Finding to(Finding finding, Subject subject, ChainName chain) {
        return entries(subject, chain)
                .flatMap(entry -> to(subject, entry).stream())
                .findFirst()
                .map(finding::withWitness)
                .orElse(finding);
    }

    /** The finding with a packet from outside to an endpoint's chain. */
    static Finding toEndpoint(Finding finding, Subject subject, ChainName endpoint) {
        return KubeChains.callerOf(subject, endpoint)
                .map(caller -> to(finding, subject, caller))
                .orElse(finding);
    }

    /** A packet from outside that an entry takes; empty where the entry does not name one port and protocol. */
    static Optional<Witness> to(Subject subject, Entry entry) {
        return to(subject, entry, SourceClass.OUTSIDE);
    }

    static Optional<Witness> to(Subject subject, Entry entry, SourceClass from) {
        if (entry.port().isEmpty() || entry.protocol().isEmpty() || entry.kind() == EntryKind.HEALTH_CHECK) {
            return Optional.empty();
        }
        Address to = entry.address().orElseGet(() -> node(subject));
        return Optional.of(new Witness(Question.to(entry.protocol().get(), to, entry.ports()), from));
    }

    /** The entries whose packets from outside surely come to the chain. */
    private static Stream<Entry> entries(Subject subject, ChainName chain) {
        Entries known = subject.names().entries();
        // One reading of the dispatchers for all findings, rather than a search for each.
        boolean any = !known.all().isEmpty();
        List<Entry> all = ChainRole.letters(chain.name())
                .filter(letters -> any)
                .map(known::withLetters)
                .orElse(List.of());
        Stream<Entry> direct = all.stream()
                .filter(entry -> entry.chain().filter(chain.name()::equals).isPresent());
        Stream<Entry> local = all.stream()
                .filter(entry -> ChainRole.of(chain.name()) == ChainRole.SVL)
                .filter(entry -> entry.chain()
                        .filter(first -> ChainRole.of(first) == ChainRole.EXT)
                        .isPresent());
        return Stream.concat(direct, local);
    }

    /** An address of the node: one that was given, else one that stands for all of them. */
    static Address node(Subject subject) {
        Family family = subject.ruleset().family();
        Stream<Address> given = Stream.concat(
                subject.surroundings().local().stream().flatMap(List::stream),
                subject.surroundings().routing().addresses().stream().map(each -> each.address()));
        return given.filter(address -> address.family() == family)
                .filter(address -> !isLoopback(address))
                .findFirst()
                .orElse(family == Family.IPV4 ? SOME_NODE_V4 : SOME_NODE_V6);
    }

    private static boolean isLoopback(Address address) {
        return address.toString().startsWith("127.") || address.toString().equals("::1");
    }
}
