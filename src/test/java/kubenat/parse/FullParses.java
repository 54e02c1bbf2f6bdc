package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.source.SourceText;

/** Reads every rule of a dump in both ways, by ANTLR alone and by what was learnt of other lines, and compares. */
final class FullParses {
    private final SourceText source;
    private final LineParser parser;
    private int replayed;
    private int rules;

    FullParses(SourceText source) {
        this.source = source;
        this.parser = new LineParser(source.name());
    }

    /** How many rules were read by what was learnt, of 100. */
    int replayedPercent() {
        return rules == 0 ? 100 : replayed * 100 / rules;
    }

    FullParses compare() {
        for (TableIndex table : DumpIndex.of(source).tables()) {
            Predicate<String> isChain = table::hasChain;
            RulePrinter printer = new RulePrinter(Family.IPV4, DumpForm.SAVE, true);
            Replay replay = new Replay(source, table, parser, 0, Optional.of(printer));
            IntStream.range(0, table.chains())
                    .forEach(chain -> table.eachRule(
                            chain,
                            (offset, number) -> compare(
                                    replay.read(offset), replay, printer, isChain, table, chain, offset, number)));
        }
        return this;
    }

    private void compare(
            Optional<PlannedRule> planned,
            Replay replay,
            RulePrinter printer,
            Predicate<String> isChain,
            TableIndex table,
            int chain,
            long offset,
            int number) {
        ChainName name = new ChainName(TableName.NAT, table.chainName(chain));
        Problems problems = new Problems(source.name());
        RuleLine.Listed listed = new RuleLine.Listed(name.name(), table.listing());
        DumpLine line = antlr(RuleLine.read(parser, source, offset, number, listed, problems));
        RuleReader reader = new RuleReader(name, Family.IPV4, isChain, problems);
        Clauses clauses = reader.clauses(line);
        List<Rule> read = reader.read(line, clauses, 1, source.endsIn(offset));
        rules++;
        if (planned.isEmpty()) {
            learn(replay, problems, line, clauses, read);
            return;
        }
        replayed++;
        assertThat(problems.all()).as(line.text()).isEmpty();
        assertThat(List.of(planned.get().rule(name, 1, number, replay.text())))
                .as(line.text())
                .isEqualTo(read);
        assertThat(List.of(printer.line(name.name(), planned.get())))
                .as(line.text())
                .isEqualTo(printer.lines(name.name(), line, clauses));
    }

    private static void learn(Replay replay, Problems problems, DumpLine line, Clauses clauses, List<Rule> read) {
        if (problems.isEmpty()) {
            replay.learn(line, clauses, read);
        }
    }

    /** What ANTLR says of a line that was read in whatever way. */
    private DumpLine antlr(DumpLine line) {
        UnaryOperator<DumpLine> form = line.isShell() ? DumpLine::ofShell : UnaryOperator.identity();
        DumpLine whole = form.apply(parser.parseWhole(line.number(), line.text()));
        assertThat(line).isEqualTo(whole);
        return whole;
    }
}
