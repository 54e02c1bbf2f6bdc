package kubenat.parse;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.source.Diagnostic;
import kubenat.source.SourceText;

/**
 * A chain of an indexed table. Its rules are parsed when first asked for; they may be forgotten when memory is short, and
 * are then parsed again.
 */
final class IndexedChain implements Chain {
    private final IndexedTable table;
    private final int number;
    private SoftReference<Content> content = new SoftReference<>(null);

    IndexedChain(IndexedTable table, int number) {
        this.table = table;
        this.number = number;
    }

    /** What the chain's lines say. */
    private record Content(Optional<String> policy, List<Rule> rules, List<Diagnostic> diagnostics) {}

    @Override
    public ChainName name() {
        return new ChainName(table.name(), table.index().chainName(number));
    }

    @Override
    public Optional<String> policy() {
        return content().policy();
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
    public List<Diagnostic> diagnostics() {
        return content().diagnostics();
    }

    private synchronized Content content() {
        Content known = content.get();
        if (known == null) {
            known = parse();
            content = new SoftReference<>(known);
        }
        return known;
    }

    private Content parse() {
        SourceText source = table.source();
        LineParser parser = table.parser();
        Problems problems = new Problems(source.name());
        Optional<String> policy = declared() ? policy(parser, problems) : Optional.empty();
        RuleReader reader = new RuleReader(name(), table::hasChain, problems);
        List<Rule> rules = new ArrayList<>();
        table.index().eachRule(number, (offset, line) -> {
            DumpLine words = parser.parse(line, source.lineAt(offset));
            boolean cut = source.isOverlong(offset);
            if (cut) {
                problems.error(SyntaxProblem.NOT_UNDERSTOOD, line, Item.nothing(), "the line is too long to be a rule");
            }
            rules.addAll(reader.read(words, rules.size() + 1, cut || source.endsIn(offset)));
        });
        return new Content(policy, List.copyOf(rules), problems.all());
    }

    private Optional<String> policy(LineParser parser, Problems problems) {
        String text = table.source().lineAt(table.index().declaredAt(number));
        DumpLine line = parser.parse(table.index().declaredLine(number), text);
        line.problem().ifPresent(problems::add);
        boolean hasPolicy = line.kind() == DumpLine.Kind.CHAIN || line.kind() == DumpLine.Kind.POLICY;
        return line.items().stream()
                .filter(item -> hasPolicy)
                .findFirst()
                .map(Item::text)
                .filter(policy -> !policy.equals("-"));
    }
}
