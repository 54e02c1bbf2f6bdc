package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import kubenat.model.TableName;
import kubenat.parse.DumpForm;
import kubenat.parse.DumpPrinter;
import kubenat.source.Progress;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
    private final StringWriter screen = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # expected | done  | text
            0          | 0     | ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 of 0 lines
            2000       | 0     | ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 of 2,000 lines
            2000       | 1000  | ███████████████░░░░░░░░░░░░░░░  50 %  1,000 of 2,000 lines
            2000       | 3000  | ██████████████████████████████ 100 %  2,000 of 2,000 lines
            """)
    void saysHowFarTheDumpHasBeenRead(long expected, long done, String text) {
        Progress progress = new Progress();
        progress.expect(expected);
        progress.add(done);

        assertThat(new ProgressBar(new PrintWriter(screen), List.of(progress)).text())
                .isEqualTo(text);
    }

    @Test
    void isGoneWhenItIsClosedAndStaysSo() {
        ProgressBar bar = new ProgressBar(new PrintWriter(screen), List.of(new Progress()));
        bar.show();
        assertThat(screen.toString()).endsWith("0 of 0 lines");

        bar.close();
        bar.show();

        assertThat(screen.toString()).endsWith("0 of 0 lines\r\033[K");
    }

    @Test
    void isNotSeenWhereNobodyReads() {
        SourceText large = SourceText.of("large", "# " + "x".repeat(5 << 20));
        Streams piped = Streams.of(new PrintWriter(screen), new PrintWriter(screen), System.in);

        ProgressBar.of(List.of(large), piped).close();

        assertThat(screen.toString()).isEmpty();
    }

    @Test
    void fmtSaysOfAllLinesThatTheyAreRead() throws Exception {
        SourceText source = SourceText.of("dump", "*nat\n:A - [0:0]\n" + "-A A -j ACCEPT\n".repeat(5000) + "COMMIT\n");

        new DumpPrinter(DumpForm.SAVE, false, Optional.empty(), Optional.of(TableName.NAT))
                .print(source, new PrintWriter(screen), found -> {});

        assertThat(source.progress().done()).isEqualTo(5001);
        assertThat(source.progress().expected()).isEqualTo(5003);
    }
}
