package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.kube.MasqueradedClients;
import kubenat.kube.Masquerading;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Rule;

/** KN107: ClusterIPs are masqueraded for every client, Pods too. */
final class EverySourceMasqueraded extends Check {
    /** kube-proxy writes the rule that masquerades first; a Service port has few others that mark. */
    private static final int RULES_ASKED = 4;

    EverySourceMasqueraded() {
        super("KN107", Level.WARNING, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Rule> marks = new ArrayList<>();
        for (Entry entry : subject.names().entries().all()) {
            if (entry.kind() == EntryKind.CLUSTER_IP && entry.chain().isPresent()) {
                mark(entry, subject).ifPresent(marks::add);
            }
        }
        return marks.isEmpty() ? Stream.empty() : Stream.of(all(marks, subject));
    }

    private static Optional<Rule> mark(Entry entry, Subject subject) {
        Stream<Rule> own = entry.chain().flatMap(chain -> subject.ruleset().chain(KubeChains.nat(chain))).stream()
                .flatMap(chain -> chain.head(RULES_ASKED).stream())
                .filter(Masquerading::isMark)
                .filter(rule -> Masquerading.fits(rule, entry));
        return Stream.concat(subject.names().entries().marks(entry).stream(), own)
                .filter(rule -> MasqueradedClients.of(rule) == MasqueradedClients.ALL)
                .findFirst();
    }

    private Finding all(List<Rule> marks, Subject subject) {
        Rule first = marks.get(0);
        String what = marks.size() == 1 ? "1 ClusterIP" : "%,d ClusterIPs".formatted(marks.size());
        Finding finding = finding(
                        subject.at(first).marking("-j KUBE-MARK-MASQ"),
                        "%s masqueraded for every client, Pods too: endpoints never see who asks, and network policies by source fail"
                                .formatted(what + (marks.size() == 1 ? " is" : " are")))
                .withHelp(
                        "leave out --masquerade-all (iptables.masqueradeAll) of kube-proxy and give it --cluster-cidr, unless Pods cannot be reached otherwise");
        return subject.names().entries().all().stream()
                .filter(entry ->
                        entry.kind() == EntryKind.CLUSTER_IP && entry.chain().isPresent())
                .filter(entry -> mark(entry, subject).filter(first::equals).isPresent())
                .findFirst()
                .flatMap(entry -> Witnesses.to(subject, entry))
                .map(finding::withWitness)
                .orElse(finding);
    }
}
