package kubenat.lint.checks;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.kube.Owner;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Limits;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Table;

/** IPT029: a table has so many rules or chains that it is slow to change and slow to pass. */
final class TooManyRules extends Check {

    TooManyRules() {
        super("IPT029", Level.INFO);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Limits limits = subject.evidence().limits();
        return subject.ruleset().tables().stream().flatMap(table -> {
            long rules = table.chains().mapToLong(Chain::size).sum();
            long chains = table.size();
            return rules > limits.rules() || chains > limits.chains()
                    ? Stream.of(tooMany(table, rules, chains, subject))
                    : Stream.empty();
        });
    }

    private Finding tooMany(Table table, long rules, long chains, Subject subject) {
        Map<Owner, Long> owners = new EnumMap<>(Owner.class);
        table.chains().forEach(chain -> owners.merge(Owner.of(chain.name()), (long) chain.size(), Long::sum));
        Map.Entry<Owner, Long> most =
                owners.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        String whose = most.getKey() == Owner.UNKNOWN
                ? ""
                : ", %,d of the rules in chains of %s".formatted(most.getValue(), most.getKey());
        return finding(
                        subject.at(table.name()),
                        "%s has %,d rules in %,d chains%s: each change takes long, and some packets pass many rules"
                                .formatted(table.name(), rules, chains, whose))
                .withHelp(
                        "fewer Services or endpoints per Service; for kube-proxy, its nftables mode (1.33) does not search rules one by one,"
                                + " and minSyncPeriod bundles changes; --max-rules and --max-chains say what is much");
    }
}
