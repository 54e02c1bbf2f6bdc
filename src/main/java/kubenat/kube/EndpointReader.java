package kubenat.kube;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Share;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.UnreadableTarget;

/** Reads endpoints from KUBE-SEP chains, and checks them against the hash in the chain's name. */
final class EndpointReader {
    /** With how many names all ports are tried; each name takes a tenth of a second. */
    private static final int MOST_SEARCHED = 50;

    private final Ruleset ruleset;
    private final ApiNames api;
    private final ChainHash hash = new ChainHash();
    private final EndpointRecovery recovery = new EndpointRecovery(hash);

    EndpointReader(Ruleset ruleset, ApiNames api) {
        this.ruleset = ruleset;
        this.api = api;
    }

    /** The endpoint of a chain, which may be missing; {@code names} are those that the Service port may have. */
    Endpoint read(String chainName, List<ServicePortName> names) {
        Optional<Chain> chain = ruleset.chain(new ChainName(TableName.NAT, chainName));
        if (chain.isEmpty()) {
            return missing(chainName);
        }
        List<Rule> rules = chain.get().rulesOnce();
        Optional<Rule> translation = translation(rules);
        Optional<String> address = translation.flatMap(EndpointReader::address);
        if (address.isPresent()) {
            Proof proof = proof(chainName, names, translation.get(), address.get());
            return endpoint(address, EndpointState.READ, proof, chainName);
        }
        Optional<String> recovered = translation
                .flatMap(rule -> recovery.recover(chainName, rules, rule, names))
                .or(() -> ofApi(chainName).map(ApiEndpoints.Found::words));
        return recovered.isPresent()
                ? endpoint(recovered, EndpointState.RECOVERED, Proof.PROVED, chainName)
                : endpoint(Optional.empty(), EndpointState.UNREADABLE, Proof.CLAIMED, chainName);
    }

    /** Which of these Service ports a chain is of, as the hash in its name proves; it is read just once. */
    Optional<ServicePortName> proved(String chainName, Collection<ServicePortName> names) {
        List<Rule> rules = ruleset.chain(new ChainName(TableName.NAT, chainName))
                .map(Chain::rulesOnce)
                .orElse(List.of());
        Optional<Rule> translation = translation(rules);
        Optional<String> address = translation.flatMap(EndpointReader::address);
        if (translation.isEmpty() || address.isEmpty() && names.size() > MOST_SEARCHED) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> address.isPresent()
                        ? proof(chainName, List.of(name), translation.get(), address.get()) == Proof.PROVED
                        : recovery.recover(chainName, rules, translation.get(), List.of(name))
                                .isPresent())
                .findFirst();
    }

    /** What the API knows of the chain's endpoint. */
    Optional<ApiEndpoints.Found> ofApi(String chain) {
        return ChainRole.letters(chain).flatMap(api::endpoint);
    }

    private static Endpoint endpoint(Optional<String> address, EndpointState state, Proof proof, String chain) {
        return new Endpoint(address, state, Share.ALL, proof, chain, Optional.empty());
    }

    private Endpoint missing(String name) {
        Optional<String> repaired = ruleset.table(TableName.NAT).flatMap(table -> CutNames.repair(table, name));
        return new Endpoint(Optional.empty(), EndpointState.MISSING_CHAIN, Share.ALL, Proof.CLAIMED, name, repaired);
    }

    /** The rule that rewrites the destination, readable or not. */
    static Optional<Rule> translation(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.target() instanceof DestinationNat
                        || rule.target() instanceof UnreadableTarget garbled
                                && garbled.name().equals("DNAT"))
                .findFirst();
    }

    /** The address in a DNAT rule; an older iptables prints 0.0.0.0 for what it cannot read. */
    private static Optional<String> address(Rule rule) {
        return rule.target() instanceof DestinationNat nat
                        && !nat.to().text().startsWith("0.0.0.0")
                        && nat.to().addresses().isPresent()
                ? Optional.of(nat.to().text())
                : Optional.empty();
    }

    private Proof proof(String chain, List<ServicePortName> names, Rule rule, String address) {
        String letters = ChainRole.letters(chain).orElse("");
        Optional<Protocol> protocol = new RuleFields(rule).protocol();
        if (names.isEmpty() || letters.isEmpty() || protocol.isEmpty()) {
            return Proof.CLAIMED;
        }
        boolean fits = names.stream().anyMatch(name -> hash.provesEndpoint(letters, name, protocol.get(), address));
        return fits ? Proof.PROVED : Proof.EDITED;
    }
}
