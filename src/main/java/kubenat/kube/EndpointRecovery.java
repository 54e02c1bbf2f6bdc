package kubenat.kube;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.model.Rule;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Protocol;

/**
 * Finds the endpoint of a garbled DNAT rule, as an older iptables prints one that it cannot read: the address is in the hairpin
 * rule of the same chain ({@code -s ip -j KUBE-MARK-MASQ}), the port is the one that gives the hash in the chain's name.
 */
final class EndpointRecovery {
    private static final int LAST_PORT = 65535;

    private final ChainHash hash;
    /** Ports found so far: the endpoints of a Service port mostly have the same one. */
    private final Set<Integer> found = new LinkedHashSet<>();

    EndpointRecovery(ChainHash hash) {
        this.hash = hash;
    }

    /** The endpoint as {@code ip:port}; empty when no port gives the hash with any of the names. */
    Optional<String> recover(String chain, List<Rule> rules, Rule translation, Collection<ServicePortName> names) {
        Optional<Address> address = hairpin(rules);
        Optional<Protocol> protocol = new RuleFields(translation).protocol();
        String letters = ChainRole.letters(chain).orElse("");
        if (address.isEmpty() || protocol.isEmpty() || letters.length() < ChainRole.HASH_LETTERS) {
            return Optional.empty();
        }
        for (ServicePortName name : names) {
            Optional<String> endpoint = search(letters, name, protocol.get(), address.get());
            if (endpoint.isPresent()) {
                return endpoint;
            }
        }
        return Optional.empty();
    }

    private static Optional<Address> hairpin(List<Rule> rules) {
        return rules.stream()
                .filter(Masquerading::isMark)
                .flatMap(rule -> new RuleFields(rule).source().stream())
                .filter(source -> !source.negated())
                .flatMap(source -> source.network().cidr().stream())
                .filter(Cidr::isSingle)
                .map(Cidr::network)
                .findFirst();
    }

    private Optional<String> search(String letters, ServicePortName name, Protocol protocol, Address address) {
        for (int port : found) {
            if (gives(letters, name, protocol, address, port)) {
                return Optional.of(AddressPort.text(address, port));
            }
        }
        for (int port = 1; port <= LAST_PORT; port++) {
            if (gives(letters, name, protocol, address, port)) {
                found.add(port);
                return Optional.of(AddressPort.text(address, port));
            }
        }
        return Optional.empty();
    }

    private boolean gives(String letters, ServicePortName name, Protocol protocol, Address address, int port) {
        return hash.provesEndpoint(letters, name, protocol, AddressPort.text(address, port));
    }
}
