package kubenat.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void findsAnyLineInAnyOrder() {
        String text = IntStream.rangeClosed(1, 1000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        SourceText source = SourceText.of("dump", text);

        for (int line : new int[] {1000, 1, 64, 65, 66, 128, 129, 999, 2}) {
            assertThat(source.line(line)).isEqualTo("line " + line);
        }
        assertThat(source.line(1001)).isEmpty();
        assertThat(source.line(100_000)).isEmpty();
        assertThat(source.line(1000)).isEqualTo("line 1000");
    }

    @Test
    void leavesOutTheEndsOfLines() {
        SourceText source = SourceText.of("dump", "unix\ndos\r\nodd\r\r\n\nlast\r");

        assertThat(IntStream.rangeClosed(1, 6).mapToObj(source::line))
                .containsExactly("unix", "dos", "odd", "", "last", "");
    }

    @Test
    void quotesWhatASpanCovers() {
        SourceText source = SourceText.of("dump", "*nat\n-A X -j Y\n");

        assertThat(source.text(new Span(2, 6, 4))).isEqualTo("-j Y");
        assertThat(source.text(new Span(2, 9, 99))).isEqualTo("Y");
    }
}
