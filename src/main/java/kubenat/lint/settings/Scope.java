package kubenat.lint.settings;

import java.util.Optional;
import kubenat.lint.Place;

/**
 * Where findings are left out; what is absent is everywhere.
 *
 * @param dump the name of a dump
 * @param line a line of it
 */
public record Scope(Optional<Glob> dump, Optional<Integer> line, Optional<String> table, Optional<Glob> chain) {

    static Scope line(String dump, int line) {
        return new Scope(Optional.of(new Glob(dump)), Optional.of(line), Optional.empty(), Optional.empty());
    }

    static Scope dump(String dump) {
        return new Scope(Optional.of(new Glob(dump)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean covers(Place place) {
        return dump.filter(glob -> !glob.matches(place.dump())).isEmpty()
                && line.filter(number -> number != place.span().line()).isEmpty()
                && table.filter(name -> !place.chain()
                                .filter(chain -> chain.table().toString().equals(name))
                                .isPresent())
                        .isEmpty()
                && chain.filter(glob -> !place.chain()
                                .filter(found -> glob.matches(found.name()))
                                .isPresent())
                        .isEmpty();
    }
}
