package kubenat.yaml;

import java.util.List;
import kubenat.source.Span;

/** Values in order. */
public record YamlList(String file, Span span, List<YamlValue> items) implements YamlValue {
    public YamlList {
        items = List.copyOf(items);
    }
}
