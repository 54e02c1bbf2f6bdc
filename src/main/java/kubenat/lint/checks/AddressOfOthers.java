package kubenat.lint.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;

/** KN125: a Service takes packets to an address that seems to be somebody else's. */
final class AddressOfOthers extends Check {
    /** Private use, shared space of providers, documentation, unique local (RFC 1918, 6598, 5737, 4193, 3849). */
    private static final List<Cidr> OWN = Stream.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "192.0.2.0/24",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "fc00::/7",
                    "2001:db8::/32")
            .map(Cidr::parse)
            .toList();

    /** Loopback and link-local, where clouds have their metadata. */
    private static final List<Cidr> LOCAL = Stream.of("127.0.0.0/8", "169.254.0.0/16", "::1/128", "fe80::/10")
            .map(Cidr::parse)
            .toList();

    AddressOfOthers() {
        super("KN125", Level.WARNING, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Map<Address, Entry> clusterIps = new LinkedHashMap<>();
        List<Entry> entries = subject.names().entries().all();
        for (Entry entry : entries) {
            if (entry.kind() == EntryKind.CLUSTER_IP && entry.chain().isPresent()) {
                entry.address().ifPresent(address -> clusterIps.putIfAbsent(address, entry));
            }
        }
        Map<Address, Finding> found = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.kind().isExternal()
                    && entry.address().isPresent()
                    && entry.chain().isPresent()) {
                Address address = entry.address().get();
                whose(entry, address, clusterIps, subject)
                        .ifPresent(whose -> found.computeIfAbsent(address, none -> taken(entry, whose, subject)));
            }
        }
        return found.values().stream();
    }

    private static Optional<String> whose(
            Entry entry, Address address, Map<Address, Entry> clusterIps, Subject subject) {
        if (isIn(LOCAL, address)) {
            return Optional.of("a loopback or link-local address");
        }
        Entry clusterIp = clusterIps.get(address);
        if (clusterIp != null
                && !clusterIp
                        .chain()
                        .flatMap(ChainRole::letters)
                        .equals(entry.chain().flatMap(ChainRole::letters))) {
            return Optional.of("the ClusterIP of " + KubeChains.label(clusterIp.rule()));
        }
        if (entry.kind() != EntryKind.EXTERNAL_IP) {
            return Optional.empty();
        }
        boolean ofNode = subject.surroundings().routing().addresses().stream()
                .anyMatch(each -> each.address().equals(address));
        return ofNode
                ? Optional.of("an address of this node")
                : isIn(OWN, address) ? Optional.empty() : Optional.of("a public address");
    }

    private static boolean isIn(List<Cidr> networks, Address address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private Finding taken(Entry entry, String whose, Subject subject) {
        Finding finding = finding(
                        subject.at(entry.rule()),
                        "%s has the %s %s, %s: packets of Pods and of this node to it go to that Service"
                                .formatted(KubeChains.label(entry.rule()), entry.kind(), entry.place(), whose))
                .withHelp(
                        "whoever may edit a Service can set externalIPs: if it is not meant, take it out, and refuse others with the admission"
                                + " plugin DenyServiceExternalIPs");
        return Witnesses.to(subject, entry).map(finding::withWitness).orElse(finding);
    }
}
