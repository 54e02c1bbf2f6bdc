package kubenat.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One JSON object. Values are {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code List} and
 * {@code JsonObject}; a field that is {@code null} is as good as absent.
 *
 * @param empty the fields that are {@code null}
 */
public record JsonObject(Map<String, Object> fields, Set<String> empty) {
    public JsonObject {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        empty = Set.copyOf(empty);
    }

    JsonObject(Map<String, Object> fields) {
        this(fields, Set.of());
    }

    /** Whether it is there, even if {@code null}: {@code ip} prints its flags so. */
    public boolean names(String name) {
        return has(name) || empty.contains(name);
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A text; absent where the field is, and fails on a value of another type. */
    public Optional<String> text(String name) throws BadJson {
        return as(name, String.class, "a text");
    }

    /** A whole number; absent where the field is, and fails on a value of another type. */
    public OptionalLong number(String name) throws BadJson {
        Optional<Long> number = as(name, Long.class, "a whole number");
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }

    /** The objects of an array; none where the field is absent. */
    public List<JsonObject> objects(String name) throws BadJson {
        return listOf(name, JsonObject.class, "an array of objects");
    }

    /** The texts of an array; none where the field is absent. */
    public List<String> texts(String name) throws BadJson {
        return listOf(name, String.class, "an array of texts");
    }

    private <T> List<T> listOf(String name, Class<T> type, String wanted) throws BadJson {
        List<?> list = as(name, List.class, wanted).orElse(List.of());
        for (Object item : list) {
            if (!type.isInstance(item)) {
                throw new BadJson("\"" + name + "\" is not " + wanted);
            }
        }
        return list.stream().map(type::cast).toList();
    }

    private <T> Optional<T> as(String name, Class<T> type, String wanted) throws BadJson {
        Object value = fields.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new BadJson("\"" + name + "\" is not " + wanted);
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
