package kubenat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A schema that JSON is checked against. */
public final class JsonSchema {
    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    /** The schema in a file such as {@code trace-v1.json}. */
    public static JsonSchema of(String file) {
        try {
            String text = Files.readString(Path.of("docs/schema").resolve(file));
            return new JsonSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A schema that lies in a jar of the tests, in whatever dialect it says. */
    public static JsonSchema ofResource(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(JsonSchema.class.getResourceAsStream(name), name)) {
            return new JsonSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON));
        }
    }

    /** Fails unless the text is JSON as the schema has it. */
    public void assertAccepts(String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }
}
