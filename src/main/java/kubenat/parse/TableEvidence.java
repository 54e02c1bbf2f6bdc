package kubenat.parse;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.Hook;
import kubenat.model.TableName;
import kubenat.source.SourceText;

/** What the first chains and rules of a table without a name say about which one it is. */
final class TableEvidence {
    private static final int ENOUGH_CHAINS = 1000;
    private static final int ENOUGH_RULES = 20;

    private Set<TableName> possible = EnumSet.allOf(TableName.class);
    private Optional<String> reason = Optional.empty();
    private Optional<String> contradiction = Optional.empty();
    private Optional<Hint> hint = Optional.empty();

    private TableEvidence() {}

    /** What the name of a chain makes likely. */
    record Hint(TableName table, String why) {}

    static TableEvidence of(SourceText source, TableIndex index) {
        TableEvidence evidence = new TableEvidence();
        for (Hook hook : hooks(index, false)) {
            evidence.only(
                    Stream.of(TableName.values())
                            .filter(table -> TableMarks.hooks(table).contains(hook))
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(TableName.class))),
                    "it has rules in " + hook);
        }
        int chains = Math.min(ENOUGH_CHAINS, index.chains());
        for (int chain = 0; chain < chains; chain++) {
            String name = index.chainName(chain);
            evidence.chain(name, index.isDeclared(chain) ? index.declaredLine(chain) : index.firstRuleLine(chain));
            index.firstRules(chain, ENOUGH_RULES).forEach(rule -> evidence.rule(text(source, index, name, rule), rule));
        }
        return evidence;
    }

    private static String text(SourceText source, TableIndex index, String chain, LineRef rule) {
        String line = source.lineAt(rule.offset());
        return index.listing().flatMap(listing -> listing.rule(chain, line)).orElse(line);
    }

    private void rule(String text, LineRef line) {
        for (String name : Glance.targets(text)) {
            TableMarks.ofTarget(name)
                    .ifPresent(table -> only(
                            EnumSet.of(table), "%s in line %d is for %s alone".formatted(name, line.number(), table)));
            chain(name, line.number());
        }
    }

    private void chain(String name, int line) {
        if (hint.isEmpty()) {
            hint = TableMarks.ofChain(name)
                    .map(table -> new Hint(table, "%s in line %d is a chain of %s".formatted(name, line, table)));
        }
    }

    private void only(Set<TableName> tables, String why) {
        Set<TableName> left = EnumSet.copyOf(possible);
        left.retainAll(tables);
        if (left.isEmpty()) {
            contradiction = contradiction.or(() -> Optional.of(why));
        } else if (left.size() < possible.size()) {
            possible = left;
            reason = Optional.of(why);
        }
    }

    /** The tables that the kernel would take these rules in. */
    Set<TableName> possible() {
        return possible;
    }

    /** What last made tables impossible. */
    Optional<String> reason() {
        return reason;
    }

    /** What left only one table possible. */
    Optional<String> proof() {
        return reason.filter(why -> possible.size() == 1);
    }

    /** What no table has together with the rest, so that rules of several are mixed. */
    Optional<String> contradiction() {
        return contradiction.or(
                () -> hint.filter(named -> !possible.contains(named.table())).map(Hint::why));
    }

    /** What the first telling name says, as far as it is possible. */
    Optional<Hint> hint() {
        return hint.filter(named -> possible.contains(named.table()));
    }

    /** The built-in chains that the table declares, or has rules in. */
    static Set<Hook> hooks(TableIndex index, boolean declared) {
        return Stream.of(Hook.values())
                .filter(hook -> {
                    int chain = index.chain(hook.name());
                    return chain >= 0 && (index.isDeclared(chain) || !declared && index.hasRules(chain));
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Hook.class)));
    }
}
