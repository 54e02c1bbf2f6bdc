package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import kubenat.source.Diagnostic;
import kubenat.source.Span;

/** Collects what is wrong with the lines of one chain. */
final class Problems {
    private final String source;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(String source) {
        this.source = source;
    }

    void add(Diagnostic problem) {
        found.add(problem);
    }

    void error(String id, int line, Item at, String message) {
        found.add(Diagnostic.error(id, source, new Span(line, at.column(), at.length()), message));
    }

    void error(String id, int line, Item at, String message, String help) {
        found.add(Diagnostic.error(id, source, new Span(line, at.column(), at.length()), message)
                .withHelp(help));
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
