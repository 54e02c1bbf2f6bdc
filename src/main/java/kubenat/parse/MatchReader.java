package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kubenat.model.match.Comment;
import kubenat.model.match.Match;
import kubenat.model.match.Unmodelled;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Syntax;

/** Makes the conditions of a rule from its clauses. Serves one line. */
final class MatchReader {
    private final DumpLine line;
    private final Problems problems;

    MatchReader(DumpLine line, Problems problems) {
        this.line = line;
        this.problems = problems;
    }

    /** The conditions of each rule that the line makes. */
    List<List<Match>> read(List<Clause<List<Match>>> clauses) {
        List<Match> modules = new ArrayList<>();
        for (Clause<List<Match>> clause : clauses.subList(1, clauses.size())) {
            modules.addAll(module(clause));
        }
        List<List<Match>> rules = new ArrayList<>();
        for (List<Given> core : AddressLists.expand(clauses.get(0).given(), line, problems)) {
            List<Match> matches = core(clauses.get(0), core);
            matches.addAll(modules);
            rules.add(matches);
        }
        return rules;
    }

    private List<Match> core(Clause<List<Match>> clause, List<Given> options) {
        List<Match> matches = new ArrayList<>();
        for (Given given : options) {
            Optional<Syntax<List<Match>>> syntax = clause.extension().syntax();
            matches.addAll(
                    syntax.isPresent() && clause.isReadable(given)
                            ? read(
                                    syntax.get(),
                                    new Arguments("core", List.of(given.argument())),
                                    List.of(given),
                                    () -> given.text(line.text()))
                            : unmodelled(given.text(line.text())));
        }
        matches.addAll(strays(clause));
        return matches;
    }

    private List<Match> module(Clause<List<Match>> clause) {
        Optional<Syntax<List<Match>>> syntax = clause.extension().syntax();
        if (syntax.isEmpty() || !isSound(clause.given())) {
            return unmodelled(clause.text(line.text()));
        }
        List<Match> matches = new ArrayList<>();
        for (List<Given> use : uses(clause, syntax.get().repeats())) {
            Arguments arguments = new Arguments(clause.extension().name(), arguments(use));
            matches.addAll(read(syntax.get(), arguments, use, () -> clause.text(line.text())));
        }
        for (Given given : clause.given()) {
            if (!clause.isReadable(given)) {
                matches.addAll(unmodelled(given.text(line.text())));
            }
        }
        return withStrays(clause, matches);
    }

    private static boolean isSound(List<Given> given) {
        for (Given one : given) {
            if (!one.sound()) {
                return false;
            }
        }
        return true;
    }

    private static List<Argument> arguments(List<Given> use) {
        List<Argument> arguments = new ArrayList<>(use.size());
        use.forEach(given -> arguments.add(given.argument()));
        return arguments;
    }

    /** An option given twice begins a second use of the module, so that neither is lost. */
    private static List<List<Given>> uses(Clause<List<Match>> clause, boolean repeats) {
        List<List<Given>> uses = new ArrayList<>();
        List<Given> use = new ArrayList<>();
        for (Given given : clause.given()) {
            if (clause.isReadable(given)) {
                if (!repeats && use.stream().anyMatch(other -> other.option().equals(given.option()))) {
                    uses.add(use);
                    use = new ArrayList<>();
                }
                use.add(given);
            }
        }
        uses.add(use);
        return uses;
    }

    private List<Match> read(Syntax<List<Match>> syntax, Arguments arguments, List<Given> use, Supplier<String> text) {
        try {
            return syntax.reader().apply(arguments);
        } catch (BadArgument bad) {
            BadValue.report(bad, SyntaxProblem.BAD_VALUE, use, line, problems);
            return unmodelled(text.get());
        }
    }

    private List<Match> withStrays(Clause<List<Match>> clause, List<Match> matches) {
        boolean isComment = !matches.isEmpty() && matches.get(matches.size() - 1) instanceof Comment;
        if (clause.strays().isEmpty()) {
            return matches;
        }
        if (isComment) {
            Comment begun = (Comment) matches.remove(matches.size() - 1);
            matches.add(new Comment(begun.text() + " " + words(clause)));
            return matches;
        }
        matches.addAll(strays(clause));
        return matches;
    }

    private List<Match> strays(Clause<List<Match>> clause) {
        return clause.strays().isEmpty() ? List.of() : unmodelled(words(clause));
    }

    private static String words(Clause<?> clause) {
        return clause.strays().stream().map(Item::text).collect(Collectors.joining(" "));
    }

    private static List<Match> unmodelled(String text) {
        return List.of(new Unmodelled(text));
    }
}
