package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a dump is a piece is said by every command. */
class IncompleteTest {
    private static final String WHOLE = """
            *filter
            :INPUT ACCEPT [0:0]
            COMMIT
            *nat
            :PREROUTING ACCEPT [0:0]
            :A - [0:0]
            -A PREROUTING -j A
            -A A -j RETURN
            COMMIT
            """;

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            COMMIT\\n$        |                                                            | line 4: the table nat has no COMMIT: the dump may be cut
            A -j RETURN\\nCOMMIT\\n$ | A -j RET                                             | line 8: the last line looks cut: the dump may be a piece
            ^                 | # Warning: iptables-legacy tables present, use iptables-legacy to see them\\n | line 1: the node has rules of another backend, which are not in this dump: iptables-legacy tables present, use iptables-legacy to see them
            ^                 | # Table `raw' is incompatible, use 'nft' tool.\\n          | line 1: a table that iptables could not print: Table `raw' is incompatible, use 'nft' tool.
            """)
    void everyCommandSaysThatADumpIsAPiece(String where, String piece, String said) {
        String dump = WHOLE.replaceFirst(where.replace("\\n", "\n"), piece == null ? "" : piece.replace("\\n", "\n"));

        assertThat(lines(CommandRun.withInput(dump, "services").out())).contains("incomplete: " + said);
        assertThat(CommandRun.withInput(dump, "services", "-o", "json").out()).contains(said.replace("\"", "\\\""));
        assertThat(CommandRun.withInput(dump, "trace", "--dst", "10.0.0.1:80", "-o", "json")
                        .out())
                .contains(said);
        String message = said.substring(said.indexOf(": ") + 2);
        assertThat(CommandRun.withInput(dump, "trace", "--dst", "10.0.0.1:80").err())
                .contains(message);
        assertThat(CommandRun.withInput(dump, "graph", "--all").err()).contains(message);
        assertThat(CommandRun.withInput(dump, "fmt").err()).contains(message);
    }

    @Test
    void aWholeDumpIsNoPiece() {
        assertThat(CommandRun.withInput(WHOLE, "fmt").err()).isEmpty();
        assertThat(CommandRun.withInput(WHOLE, "services").out()).doesNotContain("incomplete");
        assertThat(CommandRun.withInput(WHOLE.strip(), "fmt").err()).isEmpty();
        assertThat(CommandRun.withInput("-N A\n-N B\n-A A -j B", "fmt").err()).doesNotContain("cut");
    }

    @Test
    void aChainThatIsNotDeclaredIsNamedOnce() {
        String err = CommandRun.withInput(
                        WHOLE.replace(":A - [0:0]\n-A PREROUTING -j A", "-A PREROUTING -j B\n-A A -j B\n-A A -j C"),
                        "fmt")
                .err();

        assertThat(err).contains("the dump does not declare B, which this rule leads to");
        assertThat(err).contains("= and 1 more like it, the last in line 8");
    }

    private static java.util.List<String> lines(String text) {
        return text.lines().toList();
    }
}
