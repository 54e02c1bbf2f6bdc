package kubenat.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.model.Hook;
import kubenat.model.TableName;
import kubenat.source.SourceText;

/**
 * Which table a dump without names shows, from its built-in chains, its targets and the names of its chains.
 *
 * @param why what the guess rests on, in words
 * @param sure whether nothing speaks for another table
 */
record TableGuess(TableName table, String why, boolean sure) {
    /** Where nothing tells them apart: as often as they are printed. */
    private static final List<TableName> USUAL =
            List.of(TableName.FILTER, TableName.NAT, TableName.MANGLE, TableName.RAW, TableName.SECURITY);

    static TableGuess of(SourceText source, TableIndex index) {
        Set<Hook> declared = TableEvidence.hooks(index, true);
        Optional<TableName> whole = USUAL.stream()
                .filter(table -> TableMarks.hooks(table).equals(declared))
                .findFirst();
        if (whole.isPresent() && whole.get() != TableName.RAW) {
            return new TableGuess(whole.get(), words(declared), true);
        }
        TableEvidence evidence = TableEvidence.of(source, index);
        if (whole.isPresent() && evidence.possible().contains(TableName.RAW)) {
            return new TableGuess(TableName.RAW, words(declared), true);
        }
        return of(evidence, declared);
    }

    private static TableGuess of(TableEvidence evidence, Set<Hook> declared) {
        Optional<TableEvidence.Hint> hint = evidence.hint();
        TableName table = hint.map(TableEvidence.Hint::table)
                .orElseGet(() -> USUAL.stream()
                        .filter(evidence.possible()::contains)
                        .findFirst()
                        .orElseThrow());
        String why = evidence.proof()
                .or(() -> hint.map(TableEvidence.Hint::why))
                .or(() -> Optional.of(words(declared)).filter(text -> !declared.isEmpty()))
                .or(evidence::reason)
                .orElse("nothing in it belongs to another table");
        boolean decided = hint.isPresent() || evidence.possible().size() == 1 || !declared.isEmpty();
        String but = evidence.contradiction().map(other -> "; but " + other).orElse("");
        return new TableGuess(table, why + but, decided && but.isEmpty());
    }

    private static String words(Set<Hook> hooks) {
        return "its built-in chains are " + hooks.stream().map(Hook::name).collect(Collectors.joining(", "));
    }
}
