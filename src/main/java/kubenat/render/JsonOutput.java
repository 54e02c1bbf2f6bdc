package kubenat.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes JSON field by field, in the order in which it is told. Jackson's streaming generator alone: data binding starts slowly. */
public final class JsonOutput {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;

    private JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes one object and a line end; indented for people, or on one line for JSON lines. */
    public static void document(Writer out, boolean indented, Consumer<JsonOutput> fields) {
        write(out, indented, generator -> {
            generator.writeStartObject();
            fields.accept(new JsonOutput(generator));
            generator.writeEndObject();
        });
    }

    /** Writes an array of objects and a line end, indented for people. */
    public static <T> void array(Writer out, Iterable<T> items, BiConsumer<JsonOutput, T> fields) {
        write(out, true, generator -> {
            generator.writeStartArray();
            for (T item : items) {
                generator.writeStartObject();
                fields.accept(new JsonOutput(generator), item);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    private static void write(Writer out, boolean indented, Content content) {
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            if (indented) {
                DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
                generator.setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            }
            content.write(generator);
            generator.writeRaw('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a document holds. */
    private interface Content {
        void write(JsonGenerator generator) throws IOException;
    }

    public JsonOutput text(String name, String value) {
        return write(() -> generator.writeStringField(name, value));
    }

    /** A text, or {@code null}. */
    public JsonOutput text(String name, Optional<String> value) {
        return value.isPresent() ? text(name, value.get()) : write(() -> generator.writeNullField(name));
    }

    public JsonOutput number(String name, long value) {
        return write(() -> generator.writeNumberField(name, value));
    }

    public JsonOutput number(String name, double value) {
        return write(() -> generator.writeNumberField(name, value));
    }

    /** A number, or {@code null}. */
    public JsonOutput number(String name, OptionalLong value) {
        return value.isPresent() ? number(name, value.getAsLong()) : write(() -> generator.writeNullField(name));
    }

    /** A number as a number, anything else as text, or {@code null}. */
    public JsonOutput any(String name, Optional<Object> value) {
        return value.isPresent() && value.get() instanceof Long number
                ? number(name, number.longValue())
                : text(name, value.map(Object::toString));
    }

    public JsonOutput truth(String name, boolean value) {
        return write(() -> generator.writeBooleanField(name, value));
    }

    public JsonOutput texts(String name, List<String> values) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (String value : values) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        });
    }

    public JsonOutput object(String name, Consumer<JsonOutput> fields) {
        return write(() -> {
            generator.writeObjectFieldStart(name);
            fields.accept(this);
            generator.writeEndObject();
        });
    }

    /** An object, or {@code null}. */
    public <T> JsonOutput object(String name, Optional<T> value, Consumer<T> fields) {
        return value.isPresent()
                ? object(name, self -> fields.accept(value.get()))
                : write(() -> generator.writeNullField(name));
    }

    /** One object for each item. */
    public <T> JsonOutput objects(String name, Iterable<T> items, Consumer<T> fields) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (T item : items) {
                generator.writeStartObject();
                fields.accept(item);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    /** What may fail because the output cannot be written. */
    private interface Action {
        void run() throws IOException;
    }

    private JsonOutput write(Action action) {
        try {
            action.run();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
