package kubenat.lint.checks;

import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;

/** KN117: filter refuses a Service as without endpoints, while nat sends its packets to some. */
final class RefusedThoughServed extends Check {

    RefusedThoughServed() {
        super("KN117", Level.ERROR, Need.NAT, Need.FILTER);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return subject.names().entries().all().stream()
                .filter(entry ->
                        entry.refused().filter("has no endpoints"::equals).isPresent())
                .flatMap(entry -> contradicted(entry, subject).stream());
    }

    /** Whether nat sends to endpoints what filter would refuse. */
    static boolean isServed(Entry refusal, Subject subject) {
        return KubeChains.same(subject, refusal).stream()
                .anyMatch(entry -> balance(entry, subject).isPresent());
    }

    private Optional<Finding> contradicted(Entry refusal, Subject subject) {
        return KubeChains.same(subject, refusal).stream()
                .flatMap(entry ->
                        balance(entry, subject).map(found -> contradicted(refusal, entry, found, subject)).stream())
                .findFirst();
    }

    /** How the Service port's own chain chooses, if it has endpoints. */
    private static Optional<Balance> balance(Entry entry, Subject subject) {
        return entry.chain()
                .flatMap(ChainRole::letters)
                .map(ChainRole.SVC::chain)
                .flatMap(chain -> subject.ruleset().chain(KubeChains.nat(chain)))
                .flatMap(Balance::of)
                .filter(balance -> !balance.choices().isEmpty());
    }

    private Finding contradicted(Entry refusal, Entry entry, Balance balance, Subject subject) {
        boolean always = ChainRole.of(entry.chain().orElse("")) == ChainRole.SVC
                && balance.left().isZero();
        String effect = always
                ? "nat comes first, so clients are served; in IPVS mode they would be refused"
                : "clients that nat does not translate are refused";
        Finding finding = finding(
                        subject.at(refusal.rule())
                                .marking("-j " + refusal.rule().target().name()),
                        "%s is refused as without endpoints, but nat sends its packets to %d: one of the two is stale; %s"
                                .formatted(
                                        KubeChains.label(refusal.rule()),
                                        balance.choices().size(),
                                        effect))
                .related(subject.at(entry.rule()), "serves the same address and port")
                .withHelp(
                        "iptables -t filter -D %s %d; look for a second kube-proxy, or one that changed its mode without --cleanup"
                                .formatted(
                                        refusal.rule().chain().name(),
                                        refusal.rule().number()));
        Finding level = always ? finding.withLevel(Level.WARNING) : finding;
        return Witnesses.to(subject, entry).map(level::withWitness).orElse(level);
    }
}
