package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.cluster.ClusterPort;
import kubenat.model.TableName;
import kubenat.model.packet.Family;

/** KN147: a Service of both address families has rules for one of them only. */
final class OneFamilyOnly extends Check {

    OneFamilyOnly() {
        super("KN147", Level.WARNING, Need.NAT, Need.SERVICES, Need.BOTH_FAMILIES);
    }

    @Override
    public Stream<Finding> inNode(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> subjects.stream()
                        .filter(other ->
                                other.ruleset().family() != subject.ruleset().family())
                        .flatMap(other -> missing(subject, other)));
    }

    /** Whether the rules have a Service port that the API has too. */
    static boolean has(ClusterPort port, Subject subject) {
        return subject.comparison().pairs(port);
    }

    private Stream<Finding> missing(Subject subject, Subject other) {
        if (other.comparison().otherCluster()) {
            return Stream.empty();
        }
        List<ClusterPort> halves = subject.comparison().missing().stream()
                .filter(port -> has(port, other))
                .toList();
        List<Finding> found =
                halves.stream().map(port -> half(port, subject, other)).toList();
        int twins = halves.size() + subject.comparison().pairs().size();
        return OneCause.of(
                found,
                twins,
                () -> finding(
                                subject.at(TableName.NAT),
                                "%,d of %,d Service ports with a ClusterIP of %s have rules for %s only"
                                        .formatted(found.size(), twins, words(subject), words(other)))
                        .withHelp(
                                "kube-proxy works with one family only if the node has no address of the other, or lacks its iptables:"
                                        + " its first log lines say so (\"using dual-stack\", \"single-stack\")"));
    }

    private Finding half(ClusterPort port, Subject subject, Subject other) {
        String address = port.service().clusterIps().stream()
                .filter(ip -> ip.family() == subject.ruleset().family())
                .findFirst()
                .map(Object::toString)
                .orElse("");
        return finding(
                        ApiPlaces.of(port.service().place()),
                        "%s has rules for %s, but none for %s: its ClusterIP %s goes nowhere"
                                .formatted(port.name(), words(other), words(subject), address))
                .withHelp(
                        "see whether kube-proxy's log complains of ip6tables-restore, and whether ip6tables-save on the node"
                                + " prints the same now");
    }

    private static String words(Subject subject) {
        return subject.ruleset().family() == Family.IPV4 ? "IPv4" : "IPv6";
    }
}
