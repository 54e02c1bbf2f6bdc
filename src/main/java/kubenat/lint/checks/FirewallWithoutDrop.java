package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.kube.RuleFields;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.target.Drop;
import kubenat.model.target.Reject;

/** KN126: the source ranges of a load balancer are not enforced. */
final class FirewallWithoutDrop extends Check {
    private static final ChainName PROXY_FIREWALL = new ChainName(TableName.FILTER, "KUBE-PROXY-FIREWALL");

    FirewallWithoutDrop() {
        super("KN126", Level.ERROR, Need.NAT, Need.FILTER);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Set<Address> dropped = KubeChains.rules(subject, PROXY_FIREWALL).stream()
                .filter(rule -> rule.target() instanceof Drop || rule.target() instanceof Reject)
                .flatMap(rule -> new RuleFields(rule).address().stream())
                .collect(Collectors.toSet());
        return KubeChains.all(subject, ChainRole.FW).flatMap(chain -> unenforced(chain, dropped, subject));
    }

    private Stream<Finding> unenforced(Chain chain, Set<Address> dropped, Subject subject) {
        List<Rule> drops = chain.rules().stream()
                .filter(rule -> new RuleFields(rule).leadsTo() == ChainRole.MARK_DROP)
                .toList();
        List<Rule> allows = chain.rules().stream()
                .filter(rule -> new RuleFields(rule).leadsTo().isOfService())
                .toList();
        if (drops.isEmpty()) {
            return open(chain, allows, dropped, subject).stream();
        }
        return allows.stream()
                .filter(rule -> rule.number() > drops.get(0).number())
                .limit(1)
                .map(rule -> early(drops.get(0), rule, subject));
    }

    /** From 1.26 on, filter drops what the chain has not taken, by the load balancer's address. */
    private Optional<Finding> open(Chain chain, List<Rule> allows, Set<Address> dropped, Subject subject) {
        boolean limits = !allows.isEmpty()
                && allows.stream()
                        .allMatch(rule -> new RuleFields(rule).source().isPresent());
        return KubeChains.entries(subject)
                .withLetters(ChainRole.letters(chain.name().name()).orElse(""))
                .stream()
                .filter(entry -> limits
                        && entry.chain().filter(chain.name().name()::equals).isPresent())
                .filter(entry -> entry.address().filter(dropped::contains).isEmpty())
                .findFirst()
                .map(entry -> open(chain, entry, subject))
                .flatMap(finding -> Wholeness.judge(subject, TableName.FILTER, finding));
    }

    private Finding open(Chain chain, Entry entry, Subject subject) {
        Finding finding = finding(
                        subject.at(chain),
                        "%s lets some networks in to %s, but no rule of KUBE-PROXY-FIREWALL drops the others"
                                .formatted(KubeChains.label(subject, chain.name()), entry.place()))
                .related(subject.at(entry.rule()), "leads to it")
                .withHelp(
                        "restart kube-proxy: it writes all chains again; compare spec.loadBalancerSourceRanges of the Service");
        return Witnesses.to(subject, entry).map(finding::withWitness).orElse(finding);
    }

    private Finding early(Rule drop, Rule allow, Subject subject) {
        Finding finding = finding(
                        subject.at(drop).marking("-j KUBE-MARK-DROP"),
                        "%s marks packets to be dropped before the rules that let some in: those are dropped, too"
                                .formatted(KubeChains.label(subject, drop.chain())))
                .related(subject.at(allow), "lets packets in, but the mark stays")
                .withHelp("restart kube-proxy: it writes all chains again");
        return Witnesses.to(finding, subject, drop.chain());
    }
}
