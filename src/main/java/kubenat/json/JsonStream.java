package kubenat.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads JSON piece by piece, so that a text may be far larger than what is kept of it. What nobody asks for is passed over, and
 * {@code null} is as good as absent. The messages of its exceptions begin with line and column, from 1.
 */
public final class JsonStream {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    /** Takes a field's value, or leaves it. */
    public interface Field {
        void read(String name) throws BadJson;
    }

    /** Takes a value of an array, or leaves it. */
    public interface Item {
        void read() throws BadJson;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    public JsonStream(InputStream in) {
        try {
            this.parser = FACTORY.createParser(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Goes to the next of the values that stand one after the other; false at the end of the text. */
    public boolean next() throws BadJson {
        return asked(parser::nextToken) != null;
    }

    /** Shows the fields of the object that comes next. */
    public void object(Field field) throws BadJson {
        if (begins(JsonToken.START_OBJECT, "an object")) {
            while (asked(parser::nextToken) != JsonToken.END_OBJECT) {
                String name = asked(parser::currentName);
                asked(parser::nextToken);
                field.read(name);
                passOver();
            }
        }
    }

    /** Shows the values of the array that comes next. */
    public void array(Item item) throws BadJson {
        if (begins(JsonToken.START_ARRAY, "an array")) {
            while (asked(parser::nextToken) != JsonToken.END_ARRAY) {
                item.read();
                passOver();
            }
        }
    }

    public Optional<String> text() throws BadJson {
        return begins(JsonToken.VALUE_STRING, "a text") ? Optional.of(asked(parser::getText)) : Optional.empty();
    }

    /** A whole number. */
    public OptionalLong number() throws BadJson {
        return begins(JsonToken.VALUE_NUMBER_INT, "a whole number")
                ? OptionalLong.of(asked(parser::getLongValue))
                : OptionalLong.empty();
    }

    /** True or false. */
    public Optional<Boolean> truth() throws BadJson {
        return parser.currentToken() == JsonToken.VALUE_FALSE
                ? Optional.of(false)
                : begins(JsonToken.VALUE_TRUE, "true or false") ? Optional.of(true) : Optional.empty();
    }

    /** A text, or a number as its digits. */
    public Optional<String> textOrNumber() throws BadJson {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? Optional.of(asked(parser::getText)) : text();
    }

    /** The line of the value that was read last, from 1. */
    public int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The column where the value that was read last begins, from 1. */
    public int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    private boolean begins(JsonToken wanted, String words) throws BadJson {
        JsonToken token = parser.currentToken();
        if (token != wanted && token != JsonToken.VALUE_NULL) {
            throw wrong(parser.currentTokenLocation(), "expected " + words + ", found " + words(token));
        }
        return token == wanted;
    }

    /** An object or array that nobody has read is at its beginning still. */
    private void passOver() throws BadJson {
        asked(parser::skipChildren);
    }

    private <T> T asked(Reading<T> reading) throws BadJson {
        try {
            return reading.read();
        } catch (JsonProcessingException wrong) {
            throw wrong(wrong.getLocation(), "not JSON: " + firstLine(wrong.getOriginalMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BadJson wrong(JsonLocation at, String message) {
        return new BadJson(at.getLineNr() + ":" + at.getColumnNr() + ": " + message);
    }

    /** Without where an array began, which Jackson says in words of its own. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        int began = line.indexOf(" (for ");
        return began < 0 ? line : line.substring(0, began);
    }

    private static String words(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> "true or false";
        };
    }
}
