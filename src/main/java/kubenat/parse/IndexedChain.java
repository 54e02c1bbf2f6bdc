package kubenat.parse;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;

/**
 * A chain of an indexed table. Its rules are parsed when first asked for; they may be forgotten when memory is short, and
 * are then parsed again. What was not understood in them is never forgotten.
 */
final class IndexedChain implements Chain {
    /** Shorter chains are read whole. */
    private static final int WORTH_SORTING_OUT = 64;

    private final IndexedTable table;
    private final int number;
    private SoftReference<Content> content = new SoftReference<>(null);
    private Optional<List<Diagnostic>> diagnostics = Optional.empty();
    private Optional<Partly> partly = Optional.empty();

    IndexedChain(IndexedTable table, int number) {
        this.table = table;
        this.number = number;
    }

    /** What the chain's lines say, or some of them. */
    private record Content(List<Rule> rules, List<Diagnostic> diagnostics) {}

    /** What was asked of a long chain last; one trace asks the same several times. */
    private record Partly(AddressSet destinations, NumberSet ports, Content content) {}

    @Override
    public ChainName name() {
        return new ChainName(table.name(), table.index().chainName(number));
    }

    @Override
    public boolean declared() {
        return table.index().isDeclared(number);
    }

    @Override
    public long line() {
        return declared() ? table.index().declaredLine(number) : table.index().firstRuleLine(number);
    }

    @Override
    public int size() {
        return table.index().ruleCount(number);
    }

    @Override
    public List<Rule> rules() {
        return content().rules();
    }

    @Override
    public synchronized List<Rule> rulesOnce() {
        Content known = content.get();
        return known == null ? readAll().rules() : known.rules();
    }

    @Override
    public synchronized List<Diagnostic> diagnostics() {
        return diagnostics.orElseGet(() -> content().diagnostics());
    }

    @Override
    public synchronized List<Diagnostic> diagnosticsSoFar() {
        return diagnostics
                .or(() -> partly.map(some -> some.content().diagnostics()))
                .orElse(List.of());
    }

    @Override
    public List<Rule> head(int most) {
        Content known = content.get();
        if (known != null || size() <= most) {
            return rules().stream().limit(most).toList();
        }
        Reading reading = new Reading();
        table.index().firstRules(number, most).forEach(line -> reading.line(line.offset(), line.number()));
        return reading.content().rules();
    }

    @Override
    public synchronized List<Rule> rulesFor(AddressSet destinations, NumberSet ports) {
        Content known = content.get();
        if (known != null || size() < WORTH_SORTING_OUT) {
            return rules();
        }
        if (partly.isEmpty()
                || !partly.get().destinations().equals(destinations)
                || !partly.get().ports().equals(ports)) {
            partly = Optional.of(new Partly(destinations, ports, readFor(destinations, ports)));
        }
        return partly.get().content().rules();
    }

    /** Lists ({@code -s a,b}) may hold several rules, so they are read to number the others. */
    @Override
    public synchronized List<Rule> rulesWith(String text) {
        return content.get() != null || size() < WORTH_SORTING_OUT
                ? rules()
                : readIf(offset -> {
                            String line = table.source().lineAt(offset);
                            return line.contains(text) || line.indexOf(',') >= 0;
                        })
                        .rules();
    }

    private Content readFor(AddressSet destinations, NumberSet ports) {
        Sieve sieve = new Sieve(name().name(), destinations, ports);
        return readIf(offset -> sieve.mayMatch(table.source(), offset));
    }

    private Content readIf(LongPredicate wanted) {
        Reading reading = new Reading();
        table.index().eachRule(number, (offset, line) -> {
            if (wanted.test(offset)) {
                reading.line(offset, line);
            } else {
                reading.skip();
            }
        });
        return reading.content();
    }

    private synchronized Content content() {
        Content known = content.get();
        if (known == null) {
            known = readAll();
            content = new SoftReference<>(known);
        }
        return known;
    }

    private Content readAll() {
        Reading reading = new Reading();
        table.index().eachRule(number, reading::line);
        Content all = reading.content();
        diagnostics = Optional.of(all.diagnostics());
        // What declares a chain is one more line.
        table.source().progress().add(all.rules().size() + 1L);
        return all;
    }

    @Override
    public Optional<String> policy() {
        return declared() && !table.index().isPlainlyDeclared(number) && Policy.isOf(name().name())
                ? Policy.in(declaration(new Problems(table.source().name()))).map(Item::text)
                : Optional.empty();
    }

    private DumpLine declaration(Problems problems) {
        long offset = table.index().declaredAt(number);
        return RuleLine.read(
                table.parser(), table.source(), offset, table.index().declaredLine(number), listed(), problems);
    }

    private RuleLine.Listed listed() {
        return new RuleLine.Listed(name().name(), table.index().listing());
    }

    /** Reads lines of the chain and numbers their rules. */
    private final class Reading {
        private final SourceText source = table.source();
        private final Problems problems = new Problems(source.name());
        private final ChainName chain = name();
        private final RuleReader reader = new RuleReader(chain, table.family(), table.index()::hasChain, problems);
        private final List<Rule> rules = new ArrayList<>();
        private final Replay replay = table.replay();
        private int next = 1;

        Reading() {
            if (declared() && !table.index().isPlainlyDeclared(number)) {
                DumpLine line = declaration(problems);
                line.problem().ifPresent(problems::add);
                Policy.in(line).ifPresent(policy -> Policy.check(line, policy, problems));
            }
        }

        void line(long offset, int line) {
            Optional<PlannedRule> planned = replay.read(offset);
            if (planned.isPresent()) {
                rules.add(planned.get().rule(chain, next++, line, replay.text()));
            } else {
                whole(offset, line);
            }
        }

        private void whole(long offset, int line) {
            int known = problems.count();
            DumpLine words = RuleLine.read(table.parser(), source, offset, line, listed(), problems);
            boolean cut = source.isOverlong(offset);
            if (cut) {
                problems.error(SyntaxProblem.NOT_UNDERSTOOD, line, Item.nothing(), "the line is too long to be a rule");
            }
            Clauses clauses = reader.clauses(words);
            List<Rule> read = reader.read(words, clauses, next, cut || source.endsIn(offset));
            if (problems.count() == known) {
                replay.learn(words, clauses, read);
            }
            next += read.size();
            rules.addAll(read);
        }

        /** Passes over a line with one rule. */
        void skip() {
            next++;
        }

        Content content() {
            return new Content(List.copyOf(rules), problems.all());
        }
    }
}
