package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Service;
import kubenat.kube.ServicePortName;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.lint.cluster.ClusterPort;
import kubenat.lint.cluster.Comparison;
import kubenat.model.TableName;

/** KN138: the API has a Service without rules, or the rules have one that the API lacks. */
final class ServiceOnOneSide extends Check {

    ServiceOnOneSide() {
        super("KN138", Level.ERROR, Need.NAT, Need.SERVICES);
    }

    @Override
    public Stream<Finding> inNode(List<Subject> subjects) {
        return subjects.stream().flatMap(subject -> {
            Comparison comparison = subject.comparison();
            if (subject.names().entries().all().isEmpty()) {
                return none(subject).stream();
            }
            return comparison.otherCluster()
                    ? Stream.of(otherCluster(subject))
                    : Stream.concat(withoutRules(subject, subjects), withoutService(subject));
        });
    }

    /** A dump without any Service is a piece, or of a node where something else than these rules forwards. */
    private Optional<Finding> none(Subject subject) {
        long services = subject.comparison().missing().stream()
                .map(port -> port.name().service())
                .distinct()
                .count();
        boolean kubeProxy = subject.ruleset().chain(KubeChains.SERVICES).isPresent();
        return Optional.of(
                        finding(
                                        subject.at(TableName.NAT),
                                        "the rules have no Service, and %s has %,d"
                                                .formatted(
                                                        subject.evidence().api().source(), services))
                                .withHelp(
                                        "see whether kube-proxy runs on this node, and in which mode: with IPVS, nftables or eBPF, Services are elsewhere"))
                .filter(finding -> services > 0)
                .map(finding -> kubeProxy ? finding : finding.onlyPossible().withLevel(Level.INFO));
    }

    private Finding otherCluster(Subject subject) {
        Comparison comparison = subject.comparison();
        return finding(
                        subject.at(TableName.NAT),
                        "no Service is the same in the rules (%,d ports) and in %s (%,d): the listing is of another cluster, or of quite another time"
                                .formatted(
                                        comparison.rules(),
                                        subject.evidence().api().source(),
                                        comparison.pairs().size()
                                                + comparison.missing().size()))
                .withHelp("kubectl config current-context says which cluster kubectl asks; nothing else is compared");
    }

    private Stream<Finding> withoutRules(Subject subject, List<Subject> subjects) {
        Comparison comparison = subject.comparison();
        Map<String, List<ClusterPort>> missing = new LinkedHashMap<>();
        comparison.missing().stream()
                .filter(port -> hasRules(port, subject) && !hasTwin(port, subject, subjects))
                .forEach(port -> missing.computeIfAbsent(port.name().service(), none -> new ArrayList<>())
                        .add(port));
        List<Finding> found = missing.values().stream()
                .flatMap(ports -> withoutRules(ports, subject).stream())
                .toList();
        return OneCause.of(
                found,
                services(comparison),
                () -> finding(
                                subject.at(TableName.NAT),
                                "%,d of %,d Services of %s have no rules here"
                                        .formatted(
                                                found.size(),
                                                services(comparison),
                                                subject.evidence().api().source()))
                        .withHelp(
                                "kube-proxy does not keep up, or the listing is newer than the dump: take both at the same time, and read kube-proxy's log"));
    }

    /** Without filter, a Service port without endpoints shows nowhere; nor does one for local clients if none is here. */
    private static boolean hasRules(ClusterPort port, Subject subject) {
        return subject.ruleset().table(TableName.FILTER).isPresent()
                || !port.wanted().isEmpty() && !port.service().internal().equals("Local");
    }

    /** That only one family has a Service is another check's. */
    private static boolean hasTwin(ClusterPort port, Subject subject, List<Subject> subjects) {
        return subjects.stream().filter(other -> other != subject).anyMatch(other -> OneFamilyOnly.has(port, other));
    }

    private Optional<Finding> withoutRules(List<ClusterPort> ports, Subject subject) {
        ClusterPort first = ports.get(0);
        String more = ports.size() == 1 ? "" : " and %,d more of its ports".formatted(ports.size() - 1);
        String address = first.service().clusterIps().stream()
                .filter(ip -> ip.family() == subject.ruleset().family())
                .findFirst()
                .map(Object::toString)
                .orElse("");
        Finding finding = finding(
                        ApiPlaces.of(first.service().place()),
                        "%s%s (%s) has no rules in %s: its clients reach nothing from this node"
                                .formatted(
                                        first.name(),
                                        more,
                                        address,
                                        subject.at(TableName.NAT).dump()))
                .withHelp(
                        "kubectl -n %s get service %s shows it; if it is not new, kube-proxy does not keep up: read its log, restart it"
                                .formatted(
                                        first.service().namespace(),
                                        first.service().name()));
        return Wholeness.judge(subject, TableName.NAT, finding);
    }

    private Stream<Finding> withoutService(Subject subject) {
        Comparison comparison = subject.comparison();
        Map<String, List<Service>> unknown = new LinkedHashMap<>();
        comparison.unknown().stream()
                .filter(service -> !service.entries().isEmpty())
                .forEach(service -> unknown.computeIfAbsent(
                                service.name().map(ServicePortName::service).orElse(service.label()),
                                none -> new ArrayList<>())
                        .add(service));
        List<Finding> found = unknown.values().stream()
                .map(ports -> withoutService(ports, subject))
                .toList();
        return OneCause.of(
                found,
                services(comparison),
                () -> finding(
                                subject.at(TableName.NAT),
                                "%,d of %,d Services in the rules are not in %s"
                                        .formatted(
                                                found.size(),
                                                services(comparison),
                                                subject.evidence().api().source()))
                        .withHelp(
                                "kube-proxy does not keep up, or the listing is of another time or of some namespaces only: kubectl get services,endpointslices,nodes -A -o json"));
    }

    private Finding withoutService(List<Service> ports, Subject subject) {
        Service first = ports.get(0);
        String more = ports.size() == 1 ? "" : " and %,d more of its ports".formatted(ports.size() - 1);
        return finding(
                        subject.at(first.entries().get(0).rule()),
                        "%s%s has rules at %s, but %s has no such Service"
                                .formatted(
                                        first.label(),
                                        more,
                                        first.entries().get(0).place(),
                                        subject.evidence().api().source()))
                .withHelp(first.name()
                        .map(name ->
                                "kubectl -n %s get service %s; if it is gone, kube-proxy does not keep up: read its log, restart it"
                                        .formatted(name.namespace(), name.name()))
                        .orElse("kubectl get services -A -o wide shows whether a Service has this address"));
    }

    private static int services(Comparison comparison) {
        Stream<String> rules = Stream.concat(
                        comparison.pairs().stream().map(pair -> pair.service()), comparison.unknown().stream())
                .map(service -> service.name().map(ServicePortName::service).orElse(service.label()));
        return (int) Stream.concat(
                        rules,
                        comparison.missing().stream().map(port -> port.name().service()))
                .distinct()
                .count();
    }
}
