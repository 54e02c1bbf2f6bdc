package kubenat.yaml;

import java.util.List;
import java.util.Optional;
import kubenat.source.Span;

/** Values by key, in the order of the file; no key is there twice. */
public record YamlMap(String file, Span span, List<Entry> entries) implements YamlValue {
    /** A key and its value. */
    public record Entry(YamlText key, YamlValue value) {}

    public YamlMap {
        entries = List.copyOf(entries);
    }

    /** The value of a key. */
    public Optional<YamlValue> value(String key) {
        return entries.stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(Entry::value)
                .findFirst();
    }
}
