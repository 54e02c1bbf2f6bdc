package kubenat.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * A match module or a target as far as its text goes: its name and its options by every spelling.
 *
 * @param known whether any iptables has it; if not, its options are not known either
 * @param syntax how it becomes the model; absent where it is known by its syntax alone
 */
record Extension<T>(String name, boolean known, Map<String, Option> options, Optional<Syntax<T>> syntax) {

    Extension {
        options = Map.copyOf(options);
    }

    /** What is modelled: the model's own options, and those that only iptables' tables have. */
    static <T> Extension<T> modelled(Syntax<T> syntax, List<Option> others) {
        Map<String, Option> options = byName(others);
        options.putAll(byName(syntax.options()));
        return new Extension<>(syntax.module(), true, options, Optional.of(syntax));
    }

    /** What is known by its syntax alone. */
    static <T> Extension<T> unmodelled(String name, List<Option> options) {
        return new Extension<>(name, true, byName(options), Optional.empty());
    }

    static <T> Extension<T> unknown(String name) {
        return new Extension<>(name, false, Map.of(), Optional.empty());
    }

    /** The option of exactly this spelling. */
    Optional<Option> option(String spelling) {
        return Optional.ofNullable(options.get(spelling));
    }

    /** The options of which this may be an abbreviation. */
    Stream<Option> abbreviated(String beginning) {
        return options.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .map(options::get)
                .distinct();
    }

    /** Whether the model's reader knows the option. */
    boolean models(Option option) {
        return syntax.isPresent() && syntax.get().options().contains(option);
    }

    private static Map<String, Option> byName(List<Option> options) {
        Map<String, Option> byName = new LinkedHashMap<>();
        options.forEach(option -> option.names().forEach(name -> byName.put(name, option)));
        return byName;
    }
}
