package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.model.Ruleset;
import kubenat.testing.Dumps;
import kubenat.trace.Origin;
import kubenat.trace.Outcome;
import kubenat.trace.Tracer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The experiments of {@code SEMANTICS}: 95 dumps with packets that surprised somebody, and what the kernel did with each. */
class SurprisesTest {
    private static final Path EXPERIMENTS = Path.of("src/test/resources/oracle/surprises.json");

    private static final String AFTER = "is not the first of its flow: the tracer answers for new connections";
    private static final String TAKEN = "an earlier connection has taken the port, which no dump shows";
    private static final String PIECE = "is a fragment, which the packet model does not have";

    /** Packets that the tracer is not asked about: by experiment, their numbers and why. */
    private static final Map<String, Map<List<Integer>, String>> NOT_ASKED = Map.ofEntries(
            Map.entry("new-only: nat is consulted once per flow", Map.of(List.of(1, 2), AFTER)),
            Map.entry("reply direction is un-NATed without any rule", Map.of(List.of(1), AFTER)),
            Map.entry("mark is not conntrack: 2nd packet has no mark from nat", Map.of(List.of(1), AFTER)),
            Map.entry(
                    "icmp error about a NATed flow: RELATED, no nat rule is consulted, inner header translated",
                    Map.of(List.of(1), AFTER)),
            Map.entry("source port collision: SNAT rewrites the port silently", Map.of(List.of(1, 2), TAKEN)),
            Map.entry("source port collision without any NAT rule (null binding)", Map.of(List.of(1), TAKEN)),
            Map.entry("privileged source port stays in its class", Map.of(List.of(1, 3), TAKEN)),
            Map.entry(
                    "fragments: conntrack reassembles, so -f and l4-less matching never happen behind it",
                    Map.of(List.of(0, 1), PIECE)),
            Map.entry("fragments without conntrack: ports match only the first one", Map.of(List.of(1), PIECE)),
            Map.entry("fragments without conntrack, no -f rule", Map.of(List.of(0), PIECE)),
            Map.entry(
                    "fragments behind no conntrack: nft reads the port out of the payload (0x4141 = 16705), legacy never matches",
                    Map.of(List.of(0), PIECE)));

    @TestFactory
    Stream<DynamicTest> saysWhatTheKernelDid() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode experiment : new ObjectMapper().readTree(EXPERIMENTS.toFile())) {
            for (Backend backend : Backend.values()) {
                JsonNode own = experiment.get(backend.toString());
                JsonNode answers = own.isTextual() ? experiment.get("legacy") : own;
                String name = experiment.get("name").asText() + " (" + backend + ")";
                tests.add(dynamicTest(name, () -> check(experiment, backend, answers)));
            }
        }
        return tests.stream();
    }

    private static void check(JsonNode experiment, Backend backend, JsonNode answers) {
        if (answers.has("refused")) {
            return;
        }
        Ruleset ruleset = Dumps.parse(
                new KernelNode(experiment).family(), experiment.get("dump").asText());
        Memory memory = new Memory(ruleset);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < answers.get("results").size(); i++) {
            KernelPacket packet = new KernelPacket(experiment.get("packets").get(i), experiment);
            KernelAnswer answer = KernelAnswer.of(answers.get("results").get(i));
            if (isAsked(experiment.get("name").asText(), i)) {
                Origin origin = memory.recalled(packet.origin());
                List<Outcome> outcomes =
                        new Tracer(ruleset, new KernelNode(experiment).node(backend), false).follow(origin);
                new Comparison(outcomes, answer)
                        .difference()
                        .ifPresent(difference -> differences.add(packet + "\n" + difference));
            }
            memory.keep(packet.origin(), answer);
        }
        assertThat(differences).as(experiment.get("dump").asText()).isEmpty();
    }

    private static boolean isAsked(String experiment, int number) {
        return NOT_ASKED.getOrDefault(experiment, Map.of()).keySet().stream()
                .noneMatch(numbers -> numbers.contains(number));
    }
}
