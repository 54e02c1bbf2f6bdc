package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.kube.Masquerading;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;

/** KN106: a ClusterIP is not masqueraded for clients that are no Pods. */
final class ClusterIpNeverMasqueraded extends Check {
    /** kube-proxy writes the rule that masquerades first; a Service port has few others that mark. */
    private static final int RULES_ASKED = 4;

    ClusterIpNeverMasqueraded() {
        super("KN106", Level.WARNING, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Entry> without = new ArrayList<>();
        Optional<Entry> with = Optional.empty();
        for (Entry entry : subject.names().entries().all()) {
            if (isServed(entry, subject)) {
                if (!isMasqueraded(entry, subject)) {
                    without.add(entry);
                } else if (with.isEmpty()) {
                    with = Optional.of(entry);
                }
            }
        }
        if (without.isEmpty()) {
            return Stream.empty();
        }
        return with.isEmpty()
                ? Stream.of(none(without, subject))
                : without.stream().map(entry -> one(entry, subject));
    }

    private static boolean isServed(Entry entry, Subject subject) {
        return entry.kind() == EntryKind.CLUSTER_IP
                && entry.chain()
                        .filter(chain -> ChainRole.of(chain).isOfService())
                        .flatMap(chain -> subject.ruleset().chain(KubeChains.nat(chain)))
                        .filter(chain -> chain.size() > 0)
                        .isPresent();
    }

    private static boolean isMasqueraded(Entry entry, Subject subject) {
        if (!subject.names().entries().marks(entry).isEmpty()) {
            return true;
        }
        return entry.chain().flatMap(chain -> subject.ruleset().chain(KubeChains.nat(chain))).stream()
                .map(chain -> chain.head(RULES_ASKED))
                .flatMap(List::stream)
                .anyMatch(rule -> Masquerading.isMark(rule) && Masquerading.fits(rule, entry));
    }

    private Finding none(List<Entry> without, Subject subject) {
        Entry entry = without.get(0);
        String what = without.size() == 1 ? "the ClusterIP" : "none of the %,d ClusterIPs".formatted(without.size());
        Finding finding = finding(
                        subject.at(entry.rule()),
                        "%s %s masqueraded for clients that are no Pods: kube-proxy does not know which addresses are Pods'"
                                .formatted(what, without.size() == 1 ? "is not" : "is"))
                .withLevel(Level.INFO)
                .withHelp(
                        "where such clients get no answers, give kube-proxy --cluster-cidr (clusterCIDR) or another --detect-local-mode");
        return Witnesses.to(subject, entry).map(finding::withWitness).orElse(finding);
    }

    private Finding one(Entry entry, Subject subject) {
        Finding finding = finding(
                        subject.at(entry.rule()),
                        "the ClusterIP %s of %s is not masqueraded for clients that are no Pods, as others are"
                                .formatted(entry.place(), KubeChains.label(entry.rule())))
                .withHelp(
                        "kube-proxy writes a KUBE-MARK-MASQ rule for each ClusterIP or for none: restart it, so that it writes all chains again");
        return Witnesses.to(subject, entry).map(finding::withWitness).orElse(finding);
    }
}
