package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kubenat.kube.Question;
import kubenat.kube.ServiceTracer;
import kubenat.kube.Surroundings;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Routing;
import kubenat.testing.Dumps;
import kubenat.testing.ProcessRun;
import kubenat.testing.SharedFiles;
import kubenat.trace.Outcome;
import kubenat.trace.Verdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Synthetic kube-proxy dumps of any size, which come with the right answers for a client outside the cluster. */
class GeneratedIT {
    private static final Address NODE = Address.parse("30.0.1.180");
    private static final AddressSet CLIENT = AddressSet.of(Address.parse("192.0.2.9"));

    /** A destination {@code address:port}, of which nothing says that it is translated. */
    private record Destination(String protocol, Address address, int port) {
        static Destination of(JsonNode answer) {
            String[] parts = answer.get("dst").asText().split(":", -1);
            return new Destination(answer.get("proto").asText(), Address.parse(parts[0]), Integer.parseInt(parts[1]));
        }

        /** Others like it, which no Service has. */
        List<Destination> neighbours() {
            String other = protocol.equals("tcp") ? "udp" : "tcp";
            return List.of(
                    new Destination(protocol, address, 7),
                    new Destination(other, address, 30),
                    new Destination(protocol, Address.parse("10.111.255.254"), port));
        }
    }

    @ParameterizedTest(name = "{0} rules, layout {1}")
    @CsvSource({"1000, ext", "1000, svc", "10000, ext", "10000, svc"})
    void findsEveryEndpointWithItsShare(int rules, String layout, @TempDir Path folder) throws IOException {
        ServiceTracer tracer = generate(rules, layout, folder);
        List<String> differences = new ArrayList<>();
        int asked = 0;

        for (JsonNode answer :
                new ObjectMapper().readTree(folder.resolve("g.answers.json").toFile())) {
            Map<String, Double> expected = new TreeMap<>();
            answer.get("targets")
                    .forEach(to ->
                            expected.put(to.get("to").asText(), to.get("share").asDouble()));
            expected.putAll(answer.get("verdict").asText().equals("reject") ? Map.of("rejected", 1.0) : Map.of());
            Destination destination = Destination.of(answer);
            compare(destination, shares(tracer, destination), expected, differences);
            asked++;
            for (Destination neighbour : asked % 10 == 1 ? destination.neighbours() : List.<Destination>of()) {
                compare(neighbour, shares(tracer, neighbour), Map.of("not translated", 1.0), differences);
            }
        }

        assertThat(differences).isEmpty();
    }

    private static void compare(
            Destination to, Map<String, Double> actual, Map<String, Double> expected, List<String> differences) {
        boolean same = actual.keySet().equals(expected.keySet())
                && actual.entrySet().stream()
                        .allMatch(each -> Math.abs(each.getValue() - expected.get(each.getKey())) < 1e-6);
        if (!same) {
            differences.add("%s: %s, not %s".formatted(to, actual, expected));
        }
    }

    private static ServiceTracer generate(int rules, String layout, Path folder) throws IOException {
        Path script = SharedFiles.at("generator/kubegen.py");
        ProcessRun run = ProcessRun.of(
                Path.of(""),
                Map.of(),
                Path.of("/dev/null"),
                List.of(
                        "python3", script.toString(),
                        "--rules", Integer.toString(rules),
                        "--layout", layout,
                        "--out", folder.toString(),
                        "--name", "g"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        Surroundings surroundings =
                new Surroundings(Optional.of(List.of(NODE)), Optional.empty(), Routing.UNKNOWN, Map.of());
        return new ServiceTracer(Dumps.parse(Files.readString(folder.resolve("g.save"))), surroundings);
    }

    private static Map<String, Double> shares(ServiceTracer tracer, Destination to) {
        Question question = Question.to(Protocol.parse(to.protocol()), to.address(), NumberSet.of(to.port()))
                .withSource(CLIENT);
        List<Outcome> outcomes = tracer.trace(question).cases().get(0).outcomes();
        Map<String, Double> shares = new TreeMap<>();
        outcomes.forEach(outcome -> shares.merge(end(outcome), outcome.share().toDouble(), Double::sum));
        return shares;
    }

    private static String end(Outcome outcome) {
        return outcome.verdict() == Verdict.REJECTED
                ? "rejected"
                : outcome.translated()
                        ? outcome.packet().header().destination().single().orElseThrow() + ":"
                                + outcome.packet().header().destinationPort()
                        : "not translated";
    }
}
