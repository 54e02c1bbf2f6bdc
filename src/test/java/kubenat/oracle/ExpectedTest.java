package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.kube.Question;
import kubenat.kube.ServiceTracer;
import kubenat.kube.Surroundings;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.testing.Dumps;
import kubenat.testing.SharedFiles;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dumps of diagnosed bugs: what happens to the packet that somebody asked about, most of it confirmed with real packets. */
class ExpectedTest {
    private static final Routing ROUTES = new Routing(
            true,
            List.of(
                    address("eth0", "192.0.2.21/24"),
                    address("docker0", "172.17.0.1/16"),
                    address("lo", "127.0.0.1/8")),
            Stream.of("0.0.0.0/0 eth0", "192.0.2.0/24 eth0", "172.17.0.0/16 docker0", "10.0.0.0/8 cni0")
                    .map(ExpectedTest::route)
                    .toList());

    private static final AddressSet PODS = AddressSet.of(Cidr.parse("10.0.0.0/8"));

    private static InterfaceAddress address(String device, String text) {
        String[] parts = text.split("/", -1);
        return new InterfaceAddress(
                device, true, Address.parse(parts[0]), Integer.parseInt(parts[1]), Optional.empty());
    }

    private static Route route(String text) {
        String[] parts = text.split(" ", -1);
        return new Route(
                Route.Kind.UNICAST, Cidr.parse(parts[0]), parts[1], Optional.empty(), Optional.empty(), 0, Route.MAIN);
    }

    @ParameterizedTest(name = "{0}: {1} to {2}:{3}")
    @CsvSource(useHeadersInDisplayName = false, delimiter = '|', textBlock = """
            # dump                                  | from        | to         | port  | what happens
            bug01-five-endpoints-looks-uneven       | 203.0.113.5 | 10.96.7.7  | 80    | 20 % forwarded to 10.244.1.5:8080 masqueraded, 20 % forwarded to 10.244.2.5:8080 masqueraded, 20 % forwarded to 10.244.3.5:8080 masqueraded, 20 % forwarded to 10.244.4.5:8080 masqueraded, 20 % forwarded to 10.244.5.5:8080 masqueraded
            bug03-xlb-no-local-endpoints            | 203.0.113.5 | 192.0.2.21 | 32204 | 100 % dropped by filter KUBE-FIREWALL rule 1
            bug03-xlb-no-local-endpoints            | 10.244.1.4  | 192.0.2.21 | 32204 | 100 % forwarded to 10.244.2.56:80
            bug04-forward-drop-docker113            | 203.0.113.5 | 192.0.2.21 | 30080 | 100 % dropped to 10.244.3.7:5000 by filter FORWARD policy
            bug08-services-not-hooked-in-prerouting | 10.244.1.9  | 10.96.7.7  | 80    | 100 % forwarded
            bug08-services-not-hooked-in-prerouting | node        | 10.96.7.7  | 80    | 100 % sent to 10.244.1.5:8080 masqueraded
            bug09-kilo-unreachable-return           | 10.31.12.9  | 10.31.4.4  | 80    | 100 % forwarded masqueraded
            bug10-session-affinity-same-pod         | 203.0.113.5 | 10.96.6.6  | 80    | 50 % forwarded to 10.244.1.3:80 masqueraded, 50 % forwarded to 10.244.2.3:80 masqueraded
            bug11-stale-reject-with-endpoints       | 203.0.113.5 | 10.96.7.7  | 80    | 100 % forwarded to 10.244.1.5:8080 masqueraded
            bug14-userspace-portals-duplicates      | 192.0.2.77  | 10.100.0.1 | 443   | 100 % local to 192.0.2.21:60058
            bug17-docker-published-port-vs-ufw      | 203.0.113.5 | 192.0.2.21 | 8080  | 100 % forwarded to 172.17.0.2:80
            bug20-klipper-lb-forward-port           | 203.0.113.5 | 192.0.2.21 | 80    | 100 % dropped to 192.0.2.10:31380 by filter FORWARD policy
            seed-nodeport                           | 203.0.113.5 | 192.0.2.21 | 31248 | 50 % forwarded to 10.244.1.2:80 masqueraded, 50 % forwarded to 10.244.2.2:80 masqueraded
            """)
    void saysWhatTheDiagnosisWas(String dump, String from, String to, int port, String expected) {
        String text = Dumps.text(SharedFiles.at("corpus/cases/" + dump + ".rules"));
        String whole = text.replaceAll("KUBE-SEP-MPQE5E3\\s*$", "KUBE-SEP-MPQE5E3FPNMZ422T\n");
        Surroundings surroundings = new Surroundings(Optional.empty(), Optional.empty(), ROUTES, Map.of());
        Question question = Question.to(Protocol.TCP, Address.parse(to), NumberSet.of(port));
        Question asked = from.equals("node")
                ? question.from(Set.of(SourceClass.NODE))
                : arriving(question.withSource(AddressSet.of(Address.parse(from))));

        List<Outcome> outcomes = new ServiceTracer(Dumps.parse(whole), surroundings)
                .trace(asked).cases().stream()
                        .flatMap(one -> one.outcomes().stream())
                        .toList();

        assertThat(outcomes.stream().map(ExpectedTest::text).collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    private static Question arriving(Question question) {
        return new Question(
                question.protocol(),
                question.destination(),
                question.ports(),
                question.source(),
                question.sourcePorts(),
                question.from(),
                InterfaceSet.named(
                        question.source().orElseThrow().intersect(PODS).isEmpty() ? "eth0" : "cni0"),
                question.mark(),
                question.states(),
                question.facts(),
                false);
    }

    private static String text(Outcome outcome) {
        String share = "%.0f %% ".formatted(100 * outcome.share().toDouble());
        String to = outcome.translated()
                ? " to " + outcome.packet().header().destination().single().orElseThrow() + ":"
                        + outcome.packet().header().destinationPort()
                : "";
        String by = outcome.verdict().isDelivered()
                ? ""
                : outcome.decidedBy().map(ExpectedTest::place).orElse("");
        return share
                + outcome.verdict()
                + to
                + by
                + (outcome.packet().connection().sourceTranslated() ? " masqueraded" : "");
    }

    private static String place(Step step) {
        return " by " + step.chain() + " "
                + step.rule().map(rule -> "rule " + rule.number()).orElse("policy");
    }
}
