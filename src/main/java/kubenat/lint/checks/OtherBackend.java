package kubenat.lint.checks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.kube.Owner;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Table;

/** IPT019: one program has rules in both backends, or the dump says that the node has rules of another one. */
final class OtherBackend extends Check {
    OtherBackend() {
        super("IPT019", Level.ERROR);
    }

    @Override
    public Set<String> replaces() {
        return Set.of("SYN008");
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Finding> both = both(subject);
        return both.isEmpty() ? signs(subject) : both.stream();
    }

    private Stream<Finding> signs(Subject subject) {
        return Reading.of(subject, "SYN008")
                .filter(sign -> sign.message().contains("another backend"))
                .map(sign -> finding(
                                Reading.place(sign),
                                "rules of iptables-legacy and of iptables-nft are applied together; this dump has one of them")
                        .onlyPossible()
                        .withHelp("take both: iptables-legacy-save and iptables-nft-save, and give kube-nat both files;"
                                + " then flush the one that nothing writes any more"));
    }

    /** A table that is there twice is of both backends, or of two times or nodes. */
    private List<Finding> both(Subject subject) {
        return subject.ruleset().twins().stream()
                .flatMap(twin -> subject.ruleset().table(twin.name()).stream()
                        .filter(table -> !table.dump().equals(twin.dump()))
                        .flatMap(table -> both(table, twin, subject).stream()))
                .limit(1)
                .toList();
    }

    private Optional<Finding> both(Table table, Table twin, Subject subject) {
        Map<Owner, Chain> here = owners(table);
        Map<Owner, Chain> there = owners(twin);
        here.keySet().retainAll(there.keySet());
        return here.keySet().stream().findFirst().map(first -> {
            Chain chain = Optional.ofNullable(here.get(first)).orElseThrow();
            Chain other = Optional.ofNullable(there.get(first)).orElseThrow();
            String owners = here.keySet().stream().map(Owner::toString).collect(Collectors.joining(", "));
            Finding finding = finding(
                            subject.at(chain),
                            "%s %s rules in %s of both %s and %s: the kernel applies both"
                                    .formatted(
                                            owners,
                                            here.size() == 1 ? "has" : "have",
                                            table.name(),
                                            named(twin),
                                            named(table)))
                    .related(Subject.at(other, twin), "is in the other")
                    .withHelp(
                            "see which of the two still changes, let all programs use that one, and flush the other with its own"
                                    + " iptables-legacy or iptables-nft; if these are dumps of two nodes, use --each");
            return areBackends(table, twin, subject) ? finding : finding.onlyPossible();
        });
    }

    private static String named(Table table) {
        return table.dump() + table.backend().map(" (%s)"::formatted).orElse("");
    }

    /** Whether the dumps themselves say so, each by its first line, or one by the warning that there is another. */
    private static boolean areBackends(Table table, Table twin, Subject subject) {
        boolean differ = table.backend().isPresent()
                && twin.backend().isPresent()
                && !table.backend().equals(twin.backend());
        return differ
                || Reading.of(subject, "SYN008").anyMatch(sign -> sign.message().contains("another backend"));
    }

    /** Who has rules in chains of his own, with the first of these. */
    private static Map<Owner, Chain> owners(Table table) {
        Map<Owner, Chain> owners = new EnumMap<>(Owner.class);
        table.chains()
                .filter(chain -> chain.size() > 0 && chain.policy().isEmpty())
                .forEach(chain -> owners.putIfAbsent(Owner.of(chain.name()), chain));
        owners.remove(Owner.UNKNOWN);
        return owners;
    }
}
