package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kubenat.render.Links;
import kubenat.render.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest(name = "TERM={0} COLUMNS={1} NO_COLOR={2}")
    @CsvSource({
        "xterm,  120,      , 120,        false",
        "xterm,  0,        , 2147483647, false",
        "xterm,  ,         , 2147483647, false",
        "xterm,  wide,     , 2147483647, false",
        "xterm,  99999999, , 2147483647, false",
        "xterm,  7,        , 20,         false",
        "xterm,  33,       , 33,         false",
        "xterm,  80,      1, 80,         true",
        "dumb,   80,       , 80,         true",
        ",       80,       , 80,         true"
    })
    void canDoWhatTheEnvironmentSays(String kind, String columns, String noColour, int width, boolean isSimple) {
        Map<String, String> environment = new LinkedHashMap<>();
        Optional.ofNullable(kind).ifPresent(value -> environment.put("TERM", value));
        Optional.ofNullable(columns).ifPresent(value -> environment.put("COLUMNS", value));
        Optional.ofNullable(noColour).ifPresent(value -> environment.put("NO_COLOR", value));

        assertThat(Terminal.of(environment)).isEqualTo(new Terminal(width, isSimple));
    }

    @Test
    void linksLeadToFilesOnly() {
        Links links = new Terminal(80, false).links();

        assertThat(links.to(new Spot("samples/nodeport.rules", 84)))
                .startsWith("file:///")
                .endsWith("/samples/nodeport.rules#84");
        assertThat(links.to(new Spot("-", 84))).isEmpty();
        assertThat(links.to(new Spot("samples", 84))).isEmpty();
        assertThat(new Terminal(80, true).links().to(new Spot("samples/nodeport.rules", 84)))
                .isEmpty();
    }
}
