package kubenat.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStreamTest {

    @Test
    void whatNobodyAsksForIsPassedOver() throws BadJson {
        List<String> seen = new ArrayList<>();
        JsonStream json =
                stream("{\"a\": {\"x\": [1, {\"b\": 2}]}, \"b\": \"yes\", \"c\": null, \"d\": [\"1\", {}, \"2\"]}");

        json.next();
        json.object(field -> {
            switch (field) {
                case "b", "c" -> seen.add(field + "=" + json.text().orElse("-"));
                case "d" -> json.array(() -> seen.add("item"));
                default -> {}
            }
        });

        assertThat(seen).containsExactly("b=yes", "c=-", "item", "item", "item");
        assertThat(json.next()).isFalse();
    }

    @Test
    void valuesMayStandOneAfterTheOther() throws BadJson {
        JsonStream json = stream("1\n2");

        assertThat(json.next()).isTrue();
        assertThat(json.number()).hasValue(1);
        assertThat(json.next()).isTrue();
        assertThat(json.number()).hasValue(2);
        assertThat(json.next()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text                  | message
            {"a": 5}                | 1:7: expected a text, found a number
            {"a": ["x"]}            | 1:7: expected a text, found an array
            {"a" "x"}               | 1:6: not JSON: Unexpected character ('"' (code 34)): was expecting a colon to separate field name and value
            ["x"]                   | 1:1: expected an object, found an array
            """)
    void whatIsWrongIsSaidWithItsPlace(String text, String message) {
        JsonStream json = stream(text);

        assertThatThrownBy(() -> {
                    json.next();
                    json.object(field -> json.text());
                })
                .isInstanceOf(BadJson.class)
                .hasMessage(message);
    }

    private static JsonStream stream(String text) {
        return new JsonStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
