package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import org.junit.jupiter.api.Test;

/** The packet cases and rule sets of kube-proxy 1.28's own tests. */
class ServicesOfKubeProxysTestsIT {

    @Test
    void clientsOutsideGetTheEndpointsAndTheMasqueradingThatTheTableSays() {
        List<String> differences = new ArrayList<>();
        int[] compared = new int[1];
        for (Path file : KubeDumps.files("flows", ".json")) {
            Services services = Services.of(KubeDumps.flow(file, "rules"));
            for (JsonNode flow : KubeDumps.json(file).get("cases")) {
                if (isOutside(flow)) {
                    compared[0]++;
                    difference(services, flow).ifPresent(text -> differences.add(file.getFileName() + ": " + text));
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(compared[0]).isGreaterThan(60);
    }

    /** Pods are in 10.0.0.0/8 there, the node has 192.168.0.2 and 127.0.0.1. */
    private static boolean isOutside(JsonNode flow) {
        String source = flow.get("sourceIP").asText();
        return source.startsWith("203.0.113.");
    }

    private static Optional<String> difference(Services services, JsonNode flow) {
        String seen = seen(services, flow);
        JsonNode expected = flow.get("expected");
        Set<String> endpoints = new LinkedHashSet<>();
        expected.get("endpoints").forEach(endpoint -> endpoints.add(endpoint.asText()));
        String verdict = expected.get("verdict").asText();
        String wanted = verdict.equals("DNAT")
                ? "DNAT " + endpoints + " " + expected.get("masquerade").asBoolean()
                : verdict;
        return seen.equals(wanted)
                ? Optional.empty()
                : Optional.of(flow.get("name").asText() + ": " + seen + ", not " + wanted);
    }

    private static String seen(Services services, JsonNode flow) {
        Address to = Address.parse(flow.get("destIP").asText());
        int port = flow.get("destPort").asInt();
        Cidr source = Cidr.parse(flow.get("sourceIP").asText());
        for (Service service : services.all()) {
            Optional<ServiceEntry> entry = service.entries().stream()
                    .filter(each -> each.kind() != EntryKind.HEALTH_CHECK
                            && each.ports().contains(port)
                            && each.address().map(to::equals).orElse(to.equals(Address.parse("192.168.0.2"))))
                    .findFirst();
            if (entry.isPresent()) {
                return verdict(service, entry.get(), source);
            }
        }
        return "NONE";
    }

    private static String verdict(Service service, ServiceEntry entry, Cidr source) {
        boolean open = entry.sourceRanges().isEmpty()
                || entry.sourceRanges().stream().anyMatch(range -> range.contains(source.network()));
        if (entry.refused().isPresent()) {
            return entry.refused().get().equals("has no endpoints") ? "REJECT" : "DROP";
        }
        Stream<String> endpoints = service.endpointsOf(entry).stream().flatMap(endpoint -> endpoint.address().stream());
        boolean masqueraded = entry.masqueraded().orElseThrow().compareTo(MasqueradedClients.NOT_PODS) >= 0;
        return open ? "DNAT " + endpoints.toList() + " " + masqueraded : "DROP";
    }

    @Test
    void allFormsOfARuleSetGiveTheSameTable() {
        List<Path> files = Stream.concat(
                        KubeDumps.files("flows", ".json").stream(), KubeDumps.files("flows-rulesets", ".json").stream())
                .toList();

        assertThat(files).hasSizeGreaterThan(70).allSatisfy(file -> {
            JsonNode json = KubeDumps.json(file);
            List<String> rules = table(file, "rules");
            for (String form : List.of("rulesKernelNft", "rulesKernelLegacy")) {
                if (json.path(form).asText("").contains("*nat")) {
                    assertThat(table(file, form)).as(form).isEqualTo(rules);
                }
            }
        });
    }

    private static List<String> table(Path file, String form) {
        return Services.of(KubeDumps.flow(file, form)).all().stream()
                .map(ServiceWords::of)
                .map(row -> row.replaceAll("rule \\d+", "rule"))
                .toList();
    }
}
