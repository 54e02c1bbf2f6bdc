package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kubenat.kube.Question;
import kubenat.kube.ServiceTracer;
import kubenat.kube.Surroundings;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Condition;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Routing;
import kubenat.testing.Dumps;
import kubenat.testing.SharedFiles;
import kubenat.trace.Outcome;
import kubenat.trace.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The packet cases of Kubernetes 1.28's own tests: 210 packets under 43 rule sets, as written and as real iptables saves them. */
class FlowsTest {
    private static final List<String> FORMS = List.of("rules", "rulesKernelLegacy", "rulesKernelNft");

    @TestFactory
    Stream<DynamicTest> sendsPacketsWhereKubernetesExpectsThem() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedFiles.at("flows"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                JsonNode flow = new ObjectMapper().readTree(file.toFile());
                for (String form : FORMS) {
                    ServiceTracer tracer = tracer(flow, form);
                    for (JsonNode packet : flow.get("cases")) {
                        String name = file.getFileName() + " " + form + " "
                                + packet.get("name").asText();
                        tests.add(dynamicTest(name, () -> check(tracer, packet)));
                    }
                }
            }
        }
        assertThat(tests).hasSize(3 * 210);
        return tests.stream();
    }

    private static ServiceTracer tracer(JsonNode flow, String form) {
        List<Address> local = texts(flow.get("localIPs")).map(Address::parse).toList();
        Surroundings surroundings = new Surroundings(Optional.of(local), Optional.empty(), Routing.UNKNOWN, Map.of());
        return new ServiceTracer(Dumps.parse(flow.get(form).asText()), surroundings);
    }

    private static void check(ServiceTracer tracer, JsonNode packet) {
        Question question = Question.to(
                        Protocol.parse(packet.get("protocol").asText()),
                        Address.parse(packet.get("destIP").asText()),
                        NumberSet.of(packet.get("destPort").asInt()))
                .withSource(AddressSet.of(Address.parse(packet.get("sourceIP").asText())));

        List<Outcome> outcomes = tracer.trace(question).cases().stream()
                .flatMap(one -> one.outcomes().stream())
                .filter(outcome -> outcome.when().stream().noneMatch(FlowsTest::isNotKubeProxysSysctl))
                .toList();

        JsonNode expected = packet.get("expected");
        assertThat(answer(outcomes))
                .as(packet.toString())
                .isEqualTo(expected.get("verdict").asText()
                        + texts(expected.get("endpoints")).collect(Collectors.toCollection(TreeSet::new))
                        + (expected.get("masquerade").asBoolean() ? " masqueraded" : ""));
    }

    /** In the words of the cases: NONE where no rule decides, ACCEPT where a rule does; masqueraded if some packets are. */
    private static String answer(List<Outcome> outcomes) {
        Set<String> verdicts = outcomes.stream().map(FlowsTest::verdict).collect(Collectors.toCollection(TreeSet::new));
        Set<String> endpoints = outcomes.stream()
                .filter(Outcome::translated)
                .map(outcome -> outcome.packet().header().destination().single().orElseThrow() + ":"
                        + outcome.packet().header().destinationPort())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean masqueraded = outcomes.stream()
                .anyMatch(outcome -> outcome.packet().connection().sourceTranslated());
        return String.join(",", verdicts) + endpoints + (masqueraded ? " masqueraded" : "");
    }

    /** The cases take it that kube-proxy has set route_localnet, as it does by default. */
    private static boolean isNotKubeProxysSysctl(Condition condition) {
        return condition.field().equals("sysctl") && condition.op().equals("does not hold");
    }

    private static String verdict(Outcome outcome) {
        if (outcome.verdict() == Verdict.REJECTED) {
            return "REJECT";
        }
        if (outcome.verdict() == Verdict.DROPPED) {
            return "DROP";
        }
        boolean accepted = outcome.path().stream()
                .anyMatch(step -> step.target().equals("ACCEPT") && step.rule().isPresent());
        return outcome.translated() ? "DNAT" : accepted ? "ACCEPT" : "NONE";
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
