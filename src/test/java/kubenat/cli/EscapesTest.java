package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dump holds of escape sequences, and of characters that turn the reading direction, does not come to a terminal. */
class EscapesTest {
    private static final String DUMP = """
            *nat
            :PREROUTING ACCEPT [0:0]
            :KUBE-SERVICES - [0:0]
            :KUBE-\u001b[31mX - [0:0]
            :KUBE-SVC-AAAAAAAAAAAAAAAA - [0:0]
            -A PREROUTING -j KUBE-SERVICES
            -A PREROUTING -m comment --comment "a\u001b[32mb" -j KUBE-\u001b[31mX
            -A PREROUTING -m comment --comment "a\u202eb" -m string --string "\u001b]0;title\u0007" --algo bm -j DNAT --to-destination 1.2.3.4
            -A KUBE-SERVICES -d 10.0.0.1/32 -p tcp -m comment --comment "ns/s\u001b[33mvc:http cluster IP" -m tcp --dport 80 -j KUBE-SVC-AAAAAAAAAAAAAAAA
            -A KUBE-SVC-AAAAAAAAAAAAAAAA -m comment --comment "ns/s\u009b33mvc:http" -j KUBE-SEP-MISSING\u001b[34m
            -A PREROUTING --\u001b[31mfoo 1 -j ACCEPT
            COMMIT
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace --dst 10.0.0.1:80",
                "trace --dst 10.0.0.1:80 --explain -o wide",
                "trace --dst 10.0.0.2:80",
                "trace --dst 10.0.0.1:80 -o json",
                "trace --dst 10.0.0.1:80 -o html",
                "services",
                "services -o wide",
                "lint",
                "lint -o wide",
                "lint -o github",
                "lint -o gitlab",
                "lint -o junit",
                "graph --all",
                "graph --all -o dot",
                "graph --all -o mermaid",
                "graph --all -o d2",
                "report",
            })
    void doNotComeToATerminal(String line) {
        CommandRun run = CommandRun.withInput(DUMP, (line + " -").split(" "));

        assertThat(run.out() + run.err()).isNotEmpty().doesNotContainPattern("[\\p{Cntrl}\\x80-\\x9f\u202e&&[^\n]]");
    }
}
