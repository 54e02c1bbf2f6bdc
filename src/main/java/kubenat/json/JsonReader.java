package kubenat.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one JSON text. Jackson's streaming parser alone: its data binding takes longer to start than a trace. */
public final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonReader() {}

    /** Reads an object, and nothing after it. */
    public static JsonObject object(String text) throws BadJson {
        if (read(text).orElse("") instanceof JsonObject object) {
            return object;
        }
        throw new BadJson("not a JSON object");
    }

    /** Reads an array of objects, and nothing after it. */
    public static List<JsonObject> objects(String text) throws BadJson {
        Map<String, Object> holder = Map.of("it", read(text).orElse(""));
        return new JsonObject(holder).objects("it");
    }

    private static Optional<Object> read(String text) throws BadJson {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Optional<Object> value = value(parser);
            if (parser.nextToken() != null) {
                throw new BadJson("more than one JSON value");
            }
            return value;
        } catch (JsonProcessingException wrong) {
            long column = wrong.getLocation() == null ? 0 : wrong.getLocation().getColumnNr();
            throw new BadJson("not JSON at column " + column + ": " + firstLine(wrong.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static Optional<Object> value(JsonParser parser) throws IOException, BadJson {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new BadJson("nothing there");
        }
        return switch (token) {
            case START_OBJECT -> Optional.of(fields(parser));
            case START_ARRAY -> Optional.of(items(parser));
            case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(parser.getBooleanValue());
            case VALUE_NULL -> Optional.empty();
            default -> Optional.of(parser.getText());
        };
    }

    private static JsonObject fields(JsonParser parser) throws IOException, BadJson {
        Map<String, Object> fields = new LinkedHashMap<>();
        Set<String> empty = new LinkedHashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            value(parser).ifPresentOrElse(value -> fields.put(name, value), () -> empty.add(name));
        }
        return new JsonObject(fields, empty);
    }

    private static List<Object> items(JsonParser parser) throws IOException, BadJson {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(parser).ifPresent(items::add);
        }
        return items;
    }
}
