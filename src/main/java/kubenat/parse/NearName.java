package kubenat.parse;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.source.EditDistance;

/** The name that somebody meant who wrote another: one edit away, or two in longer names. */
final class NearName {
    private static final int SHORT = 5;
    private static final int LONGEST = 40;

    private NearName() {}

    static Optional<String> of(String written, Stream<String> names) {
        int edits = written.length() < SHORT ? 1 : 2;
        if (written.length() < 3 || written.length() > LONGEST) {
            return Optional.empty();
        }
        return names.filter(name -> Math.abs(name.length() - written.length()) <= edits)
                .filter(name -> EditDistance.between(written, name) <= edits)
                .min(Comparator.comparingInt((String name) -> EditDistance.between(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** What to ask somebody who may have meant it. */
    static Optional<String> question(String written, Stream<String> names) {
        return of(written, names).map("did you mean %s?"::formatted);
    }
}
