package kubenat.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    @Test
    void readsFieldsOfAllTypes() throws BadJson {
        JsonObject object =
                JsonReader.object("{\"a\":\"x\",\"n\":7,\"l\":[\"y\"],\"o\":[{\"b\":\"z\"}],\"null\":null}");

        assertThat(object.text("a")).hasValue("x");
        assertThat(object.number("n")).hasValue(7);
        assertThat(object.texts("l")).containsExactly("y");
        assertThat(object.objects("o").get(0).text("b")).hasValue("z");
        assertThat(object.text("null")).isEmpty();
        assertThat(object.text("absent")).isEmpty();
        assertThat(object.objects("absent")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # text          | message
            [1]             | not a JSON object
            7               | not a JSON object
            {} {}           | more than one JSON value
            {"a":1,"a":2}   | not JSON at column 11: Duplicate field 'a'
            {"a":99999999999999999999} | not JSON at column 26: Numeric value (99999999999999999999) out of range of long (-9223372036854775808 - 9223372036854775807)
            """)
    void whatIsNoObjectIsRefusedInOneLine(String text, String message) {
        assertThatThrownBy(() -> JsonReader.object(text))
                .isInstanceOf(BadJson.class)
                .hasMessage(message);
    }

    @Test
    void nothingIsNoObject() {
        assertThatThrownBy(() -> JsonReader.object(""))
                .isInstanceOf(BadJson.class)
                .hasMessage("nothing there");
    }

    @Test
    void aFieldOfAnotherTypeIsRefused() throws BadJson {
        JsonObject object = JsonReader.object("{\"n\":7,\"l\":[7]}");

        assertThatThrownBy(() -> object.text("n")).hasMessage("\"n\" is not a text");
        assertThatThrownBy(() -> object.texts("l")).hasMessage("\"l\" is not an array of texts");
        assertThatThrownBy(() -> object.number("l")).hasMessage("\"l\" is not a whole number");
    }
}
