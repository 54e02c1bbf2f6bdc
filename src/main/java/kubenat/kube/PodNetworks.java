package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Cidr;
import kubenat.model.target.Accept;
import kubenat.model.target.Return;

/**
 * The networks of Pods, inferred from kube-proxy's rules, else from those of network plugins.
 *
 * @param found each network once, in the order of the rules that tell them; at least one
 */
public record PodNetworks(List<PodNetwork> found) {
    /** How many chains of Service ports are looked at: all of them say the same. */
    private static final int MAX_CHAINS = 4;

    /** How many rules of a dispatcher are looked at: one of 10,000 Services says it 10,000 times. */
    private static final int MAX_ENTRIES = 64;

    /** How many rules of a Service port's chain: those that mark come first. */
    private static final int MAX_MARKS = 16;

    /** How many rules of a chain of others. */
    private static final int MAX_RULES = 500;

    public PodNetworks {
        found = List.copyOf(found);
    }

    /**
     * The Pod networks that the rules show; empty when none do, as where kube-proxy knows Pods by their interfaces. If
     * kube-proxy's rules tell, those of plugins are not asked. Reads a few chains only.
     */
    public static Optional<PodNetworks> of(Ruleset ruleset) {
        List<PodNetwork> sure = kubeProxy(ruleset);
        List<PodNetwork> networks = sure.isEmpty() ? plugins(ruleset) : sure;
        return networks.isEmpty() ? Optional.empty() : Optional.of(new PodNetworks(networks));
    }

    /** The networks alone. */
    public List<Cidr> cidrs() {
        return found.stream().map(PodNetwork::network).toList();
    }

    /** What led to them, naming the rules. */
    public String why() {
        return found.stream().map(PodNetwork::why).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return cidrs().stream().map(Cidr::toString).collect(Collectors.joining(", "));
    }

    private static List<PodNetwork> kubeProxy(Ruleset ruleset) {
        List<Rule> services = rules(ruleset, TableName.NAT, "KUBE-SERVICES", MAX_ENTRIES);
        List<PodNetwork> told = distinct(services.stream().flatMap(PodNetworks::ofKubeProxy));
        return told.isEmpty()
                ? distinct(chains(ruleset, services).stream()
                        .flatMap(chain -> rules(ruleset, TableName.NAT, chain, MAX_MARKS).stream())
                        .flatMap(PodNetworks::ofKubeProxy))
                : told;
    }

    /** The first chains of Service ports that entries lead to: as many for traffic from outside as others. */
    private static List<String> chains(Ruleset ruleset, List<Rule> services) {
        Set<String> external = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        Stream.concat(services.stream(), rules(ruleset, TableName.NAT, "KUBE-NODEPORTS", MAX_ENTRIES).stream())
                .map(RuleFields::new)
                .filter(fields -> fields.leadsTo().isOfService())
                .forEach(fields -> fields.chain().ifPresent(chain -> {
                    boolean outside = fields.leadsTo() == ChainRole.EXT || fields.leadsTo() == ChainRole.XLB;
                    (outside ? external : others).add(chain);
                }));
        return Stream.concat(
                        others.stream().limit(MAX_CHAINS), external.stream().limit(MAX_CHAINS))
                .toList();
    }

    private static Stream<PodNetwork> ofKubeProxy(Rule rule) {
        RuleFields fields = new RuleFields(rule);
        ChainRole role = ChainRole.of(rule.chain().name());
        boolean external = role == ChainRole.EXT || role == ChainRole.XLB;
        return fields
                .source()
                .filter(source -> source.negated() ? Masquerading.isMark(rule) : external)
                .flatMap(source -> source.network().cidr())
                .filter(cidr -> !cidr.isSingle() && !isLoopback(cidr))
                .map(cidr -> new PodNetwork(cidr, rule, true))
                .stream();
    }

    private static boolean isLoopback(Cidr cidr) {
        return cidr.equals(Cidr.parse("127.0.0.0/8"));
    }

    private static List<PodNetwork> plugins(Ruleset ruleset) {
        Stream<Rule> nat = Stream.of("POSTROUTING", "FLANNEL-POSTRTG", "FLANNEL", "WEAVE")
                .flatMap(chain -> rules(ruleset, TableName.NAT, chain, MAX_RULES).stream());
        Stream<Rule> forwarded = rules(ruleset, TableName.FILTER, "FLANNEL-FWD", MAX_RULES).stream();
        return distinct(Stream.concat(nat, forwarded)
                .flatMap(rule -> ofPlugin(rule).map(cidr -> new PodNetwork(cidr, rule, false)).stream()));
    }

    private static Optional<Cidr> ofPlugin(Rule rule) {
        Optional<Cidr> flannel = FlannelShape.network(rule);
        boolean keeps = rule.target() instanceof Accept || rule.target() instanceof Return;
        return flannel.isPresent() || !keeps || Owner.of(rule.chain()) == Owner.UNKNOWN
                ? flannel
                : new RuleFields(rule)
                        .source()
                        .filter(source -> !source.negated())
                        .flatMap(source -> source.network().cidr())
                        .filter(cidr -> !cidr.isSingle());
    }

    private static List<Rule> rules(Ruleset ruleset, TableName table, String chain, int most) {
        return ruleset.chain(new ChainName(table, chain))
                .map(found -> found.head(most))
                .orElse(List.of());
    }

    private static List<PodNetwork> distinct(Stream<PodNetwork> all) {
        List<PodNetwork> found = new ArrayList<>();
        all.forEach(each -> {
            if (found.stream().noneMatch(other -> other.network().equals(each.network()))) {
                found.add(each);
            }
        });
        return found;
    }
}
