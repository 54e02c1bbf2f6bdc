package kubenat.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** All match modules, or all targets; each is made of its lines in {@code options.tsv} when a rule first names it. */
final class Extensions<T> {
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, Syntax<T>> modelled = new LinkedHashMap<>();
    private final Set<String> names;
    private final Map<String, Extension<T>> made = new ConcurrentHashMap<>();

    /** @param kind the first word of their lines */
    Extensions(String kind, List<String> lines, List<Syntax<T>> modelled) {
        String beginning = kind + "\t";
        // Lines of one module follow each other.
        String module = "\n";
        List<String> ofModule = List.of();
        for (String line : lines) {
            if (line.startsWith(module)) {
                ofModule.add(line);
            } else if (line.startsWith(beginning)) {
                int end = line.indexOf('\t', beginning.length());
                String name = line.substring(beginning.length(), end < 0 ? line.length() : end);
                ofModule = this.lines.computeIfAbsent(name, none -> new ArrayList<>());
                ofModule.add(line);
                module = beginning + name + "\t";
            }
        }
        for (Syntax<T> syntax : modelled) {
            this.modelled.put(syntax.module(), syntax);
        }
        names = new LinkedHashSet<>(this.lines.keySet());
        names.addAll(this.modelled.keySet());
    }

    Optional<Extension<T>> named(String name) {
        Extension<T> known = made.get(name);
        if (known == null && names.contains(name)) {
            known = made.computeIfAbsent(name, this::make);
        }
        return Optional.ofNullable(known);
    }

    Stream<String> names() {
        return names.stream();
    }

    private Extension<T> make(String name) {
        List<Option> options = new ArrayList<>();
        for (String line : lines.getOrDefault(name, List.of())) {
            OptionTable.Row.of(line).option().ifPresent(options::add);
        }
        Syntax<T> syntax = modelled.get(name);
        return syntax == null ? Extension.unmodelled(name, options) : Extension.modelled(syntax, options);
    }
}
