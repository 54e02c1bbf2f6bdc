package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.ChainName;
import kubenat.model.TableName;

/** KN130: a table lacks the canary that others have: somebody has flushed it. */
final class CanaryMissing extends Check {
    /** Chains of kube-proxy and the kubelet since 1.18, in each of these tables (pkg/util/iptables, Monitor). */
    private static final List<String> CANARIES = List.of("KUBE-PROXY-CANARY", "KUBE-KUBELET-CANARY");

    private static final List<TableName> TABLES = List.of(TableName.MANGLE, TableName.NAT, TableName.FILTER);

    CanaryMissing() {
        super("KN130", Level.WARNING);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return CANARIES.stream()
                .filter(canary -> TABLES.stream().anyMatch(table -> has(subject, table, canary)))
                .flatMap(canary -> TABLES.stream()
                        .filter(table -> subject.ruleset().table(table).isPresent())
                        .filter(table -> !has(subject, table, canary))
                        .map(table -> missing(table, canary, subject)));
    }

    private static boolean has(Subject subject, TableName table, String canary) {
        return subject.ruleset().chain(new ChainName(table, canary)).isPresent();
    }

    private Finding missing(TableName table, String canary, Subject subject) {
        String who = canary.startsWith("KUBE-PROXY") ? "kube-proxy" : "the kubelet";
        return Wholeness.doubt(
                subject,
                finding(
                                subject.at(table),
                                "%s lacks %s, which other tables have: somebody has flushed it, and rules of %s are gone with it"
                                        .formatted(table, canary, who))
                        .withHelp(
                                "within a minute %s notices and writes its rules again, if it runs; look for a firewall that reloads"
                                        .formatted(who)));
    }
}
