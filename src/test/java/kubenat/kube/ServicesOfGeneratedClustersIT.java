package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesOfGeneratedClustersIT {
    private static final String NODE = "30.0.1.180:";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"ext, 1000", "ext, 10000", "svc, 1000", "svc, 10000"})
    void everyAddressHasTheEndpointsAndSharesThatTheGeneratorGaveIt(String layout, int rules) {
        Services services = Services.of(KubeDumps.generated(folder, layout, rules));

        Map<String, JsonNode> expected = new LinkedHashMap<>();
        KubeDumps.json(folder.resolve("g.answers.json")).forEach(answer -> expected.put(key(answer), answer));
        int[] compared = new int[1];
        for (Service service : services.all()) {
            assertThat(service.notes()).isEmpty();
            for (ServiceEntry entry : service.entries()) {
                compare(service, entry, expected.get(key(service, entry)));
                compared[0]++;
            }
        }
        assertThat(compared[0]).isEqualTo(expected.size());
    }

    private static String key(JsonNode answer) {
        String to = answer.get("dst").asText();
        String place = to.startsWith(NODE) ? to.substring(NODE.length() - 1) : to;
        return answer.get("service").asText() + " " + answer.get("proto").asText() + " " + place;
    }

    private static String key(Service service, ServiceEntry entry) {
        return service.label() + " " + service.protocol().map(Object::toString).orElse("") + " " + entry.place();
    }

    private static void compare(Service service, ServiceEntry entry, JsonNode answer) {
        assertThat(answer).as(key(service, entry)).isNotNull();
        if (answer.get("verdict").asText().equals("reject")) {
            assertThat(entry.refused()).isEqualTo(Optional.of("has no endpoints"));
            assertThat(service.endpoints()).isEmpty();
            return;
        }
        assertThat(service.proof()).isEqualTo(Proof.PROVED);
        assertThat(entry.refused()).isEmpty();
        List<Endpoint> endpoints = service.endpointsOf(entry);
        JsonNode targets = answer.get("targets");
        assertThat(endpoints).as(key(service, entry)).hasSize(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            Endpoint endpoint = endpoints.get(i);
            assertThat(endpoint.address()).contains(targets.get(i).get("to").asText());
            assertThat(endpoint.share().toDouble())
                    .isCloseTo(targets.get(i).get("share").asDouble(), within(1e-6));
            assertThat(endpoint.proof()).isEqualTo(Proof.PROVED);
        }
    }
}
