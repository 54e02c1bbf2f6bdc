package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.source.Diagnostic;
import kubenat.source.Span;

/** Collects what is wrong with the lines of one chain. */
final class Problems {
    private final String source;
    private final List<Diagnostic> found = new ArrayList<>();
    private Optional<LogicalLine> place = Optional.empty();

    Problems(String source) {
        this.source = source;
    }

    /** Problems from here on are of this line, whose words may stand on several. */
    void enter(LogicalLine line) {
        place = Optional.of(line);
    }

    /** Adds a problem, unless the same is already said of the line: they have one cause. */
    void add(Diagnostic given) {
        Diagnostic problem = place.filter(line -> line.number() == given.span().line())
                .map(line -> given.at(line.place(given.span())))
                .orElse(given);
        for (int i = found.size() - 1;
                i >= 0 && found.get(i).span().line() == problem.span().line();
                i--) {
            if (found.get(i).message().equals(problem.message())) {
                return;
            }
        }
        found.add(problem);
    }

    void error(String id, int line, Item at, String message) {
        add(Diagnostic.error(id, source, new Span(line, at.column(), at.length()), message));
    }

    void error(String id, int line, Item at, String message, Optional<String> help) {
        Diagnostic problem = Diagnostic.error(id, source, new Span(line, at.column(), at.length()), message);
        add(help.map(problem::withHelp).orElse(problem));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
