package kubenat.render.path;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import kubenat.model.Ruleset;
import kubenat.model.packet.Protocol;
import kubenat.parse.DumpReader;
import kubenat.render.Answer;
import kubenat.render.PictureCases;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # sample       | address        | port  | each section in one line
            nodeport       | 30.0.1.180     | 31248 | from outside, a Pod, the endpoint itself and this node: 2 endpoints, 50 % each · the receiver sees this node's address (MASQUERADE)
            nodeport       | 10.106.113.156 | 80    | from outside, a Pod, the endpoint itself and this node: 2 endpoints, 50 % each · MASQUERADE from outside, the endpoint itself and this node
            blog-cut       | 10.97.122.105  | 80    | from outside, a Pod, the endpoint itself and this node: 1 endpoint, 50 % · 50 % missing chain · MASQUERADE from outside, the endpoint itself and this node
            no-endpoints   | 10.96.40.4     | 80    | from outside, a Pod and this node: rejected
            load-balancer  | 203.0.113.80   | 443   | from outside and this node: 2 endpoints, 50 % each if source in 198.51.100.0/24 · dropped if source not in 198.51.100.0/24 · the receiver sees this node's address (MASQUERADE) / from a Pod: dropped
            local-policy   | 192.0.2.10     | 30025 | from outside: dropped / from a Pod, the endpoint itself and this node: 1 endpoint · MASQUERADE from the endpoint itself and this node
            """)
    void saysASectionInOneLine(String sample, String address, int port, String lines) throws DumpException {
        Ruleset ruleset = new DumpReader()
                .read(new SourceReader(InputStream.nullInputStream()).read("samples/" + sample + ".rules"));
        Answer answer = PictureCases.answer(ruleset, Protocol.TCP, address, port);

        assertThat(Sections.of(answer.trace(), answer.ruleset()).stream()
                        .map(section -> SourceWords.of(section.from()) + ": " + Summary.of(section))
                        .collect(joining(" / ")))
                .isEqualTo(lines);
    }
}
