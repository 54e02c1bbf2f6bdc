package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.match.SourceAddress;
import kubenat.model.packet.Cidr;

/**
 * The networks of Pods, inferred from how kube-proxy tells Pods from others: {@code ! -s CIDR … -j KUBE-MARK-MASQ}.
 *
 * @param why names the rule that it was inferred from
 */
public record PodNetworks(List<Cidr> cidrs, String why) {
    /** So many Services without a telling rule mean that there is none. */
    private static final int SERVICES_ASKED = 20;

    public PodNetworks {
        cidrs = List.copyOf(cidrs);
    }

    /** The Pod networks that the dump's rules show; empty when none do. */
    public static Optional<PodNetworks> of(Ruleset ruleset) {
        return telling(ruleset)
                .flatMap(chain -> chain.rules().stream())
                .flatMap(rule -> network(rule).stream())
                .findFirst();
    }

    /** KUBE-SERVICES, and the first chains of Services that it jumps to. */
    private static Stream<Chain> telling(Ruleset ruleset) {
        Optional<Chain> services = ruleset.chain(new ChainName(TableName.NAT, "KUBE-SERVICES"));
        if (services.isEmpty()) {
            return Stream.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : services.get().rules()) {
            if (names.size() < SERVICES_ASKED && rule.target().name().startsWith("KUBE-")) {
                names.add(rule.target().name());
            }
        }
        List<Chain> chains = new ArrayList<>(List.of(services.get()));
        names.forEach(name -> ruleset.chain(new ChainName(TableName.NAT, name)).ifPresent(chains::add));
        return chains.stream();
    }

    private static Optional<PodNetworks> network(Rule rule) {
        boolean marks = rule.target().name().equals("KUBE-MARK-MASQ");
        return rule.matches().stream()
                .filter(match -> marks && match instanceof SourceAddress from && from.negated())
                .flatMap(match -> ((SourceAddress) match).network().cidr().stream())
                .findFirst()
                .map(cidr ->
                        new PodNetworks(List.of(cidr), rule.place() + " masquerades what does not come from there"));
    }

    @Override
    public String toString() {
        return cidrs.stream().map(Cidr::toString).collect(Collectors.joining(", "));
    }
}
