package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kubenat.model.Ruleset;
import kubenat.testing.Dumps;
import kubenat.trace.Outcome;
import kubenat.trace.Tracer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CASES = Path.of("src/test/samples/kernel.json");
    private static final String WITH_MEMORY = "affinity.rules";
    private static final int FLOWS = 8;

    /** One dump of samples/, the node that it is of, and packets with what becomes of them. */
    record Sample(JsonNode json, JsonNode node) {
        String file() {
            return json.get("file").asText();
        }

        /** Rules of iptables -S have no table name; all of samples/ are of nat. */
        String dump() throws IOException {
            return Files.readString(Path.of("samples").resolve(file()));
        }

        /** The case as oracle.py wants it: several flows of each packet, so that chance shows; one where rules remember clients. */
        ObjectNode kernelCase() {
            ObjectNode kernelCase = JSON.createObjectNode().put("conntrack", true);
            kernelCase.set("family", json.get("family"));
            kernelCase.set("node", node);
            ArrayNode packets = kernelCase.putArray("packets");
            for (JsonNode packet : json.get("packets")) {
                for (int i = 0; i < (file().equals(WITH_MEMORY) ? 1 : FLOWS); i++) {
                    packets.add(packet.<ObjectNode>deepCopy().put("sport", 40_000 + packets.size()));
                }
            }
            return kernelCase;
        }

        @Override
        public String toString() {
            return file();
        }
    }

    static Stream<Sample> samples() throws IOException {
        JsonNode cases = JSON.readTree(CASES.toFile());
        List<Sample> samples = new ArrayList<>();
        cases.get("samples")
                .forEach(sample -> samples.add(new Sample(
                        sample, cases.get("nodes").get(sample.get("node").asText()))));
        return samples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void kernelDoesWithPacketsWhatThePageSaysAndTheTracerToo(Sample sample) throws IOException {
        Kernel.assumeUsable();
        ObjectNode kernelCase = sample.kernelCase();
        KernelNode node = new KernelNode(kernelCase);
        Ruleset ruleset = Dumps.parse(node.family(), sample.dump());

        List<KernelAnswer> answers =
                Kernel.judge(sample.dump(), kernelCase, Backend.NFT).orElseThrow();

        for (int i = 0; i < answers.size(); i++) {
            JsonNode packet = kernelCase.get("packets").get(i);
            isAsExpected(packet, answers.get(i));
            List<Outcome> outcomes = new Tracer(ruleset, node.node(Backend.NFT), false)
                    .follow(new KernelPacket(packet, kernelCase).origin());
            assertThat(new Comparison(outcomes, answers.get(i)).difference())
                    .as(packet.toString())
                    .isEmpty();
        }
    }

    private static void isAsExpected(JsonNode packet, KernelAnswer answer) {
        assertThat(answer.verdict())
                .as(packet.toString())
                .isEqualTo(packet.get("verdict").asText());
        answer.end().ifPresent(end -> {
            String to = (end.destination().toString().contains(":") ? "[%s]:%d" : "%s:%d")
                    .formatted(end.destination(), end.destinationPort());
            assertThat(packet.get("to"))
                    .as(packet + ": " + to)
                    .anyMatch(each -> each.asText().equals(to));
            if (packet.has("keeps")) {
                assertThat(end.source().toString().equals(packet.get("src").asText()))
                        .as(packet + ": the source is kept")
                        .isEqualTo(packet.get("keeps").asBoolean());
            }
        });
    }
}
