package kubenat.render.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import kubenat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportHtmlTest {
    private static final String CUT = report("blog-cut");

    private static String report(String sample) {
        CommandRun run = CommandRun.of("report", "samples/" + sample + ".rules");
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    @Test
    void policyAllowsItsOwnStyleAndScriptAlone() {
        assertThat(one("style-src '([^']+)'")).isEqualTo(hash(one("<style>(.*?)</style>")));
        assertThat(one("script-src '([^']+)'")).isEqualTo(hash(one("<script>(.*?)</script>")));
        assertThat(one("content=\"(default-src [^\"]+)\"")).startsWith("default-src 'none'; ");
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        assertThat(CUT).doesNotContainPattern("(src|href)=\"(?!#)").doesNotContain("@import", "url(");
    }

    @Test
    void sameInputGivesTheSameBytes() {
        assertThat(report("blog-cut")).isEqualTo(CUT);
    }

    @Test
    void saysWhatLintFindsOfAService() {
        JsonNode service = service(index(CUT), "default/httpd-test");

        assertThat(service.get("health").asText()).isEqualTo("error");
        List<String> ids = new ArrayList<>();
        service.get("findings")
                .forEach(number -> ids.add(
                        index(CUT).get("findings").get(number.asInt()).get("id").asText()));
        assertThat(ids).contains("IPT001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"blog-cut", "nodeport", "load-balancer", "local-policy", "no-endpoints", "ipv6", "affinity"})
    void everyEntryOfEveryServiceHasAPathWithAPictureAndTheRulesThatItsPacketsMeet(String sample) {
        String html = report(sample);
        List<JsonNode> services = content(html);

        assertThat(services).hasSameSizeAs(index(html).get("services")).isNotEmpty();
        assertThat(services)
                .allSatisfy(service -> assertThat(service.get("views")).allSatisfy(view -> {
                    assertThat(view.get("summary").asText()).isNotEmpty();
                    assertThat(view.get("from").asText()).startsWith("from ");
                    assertThat(view.get("rules")).isNotEmpty();
                    assertThat(view.get("picture").asText()).matches("[0-9,]+");
                }));
        assertThat(services.stream()
                        .mapToInt(service -> service.get("views").size())
                        .sum())
                .isPositive();
    }

    private static JsonNode service(JsonNode index, String name) {
        for (JsonNode each : index.get("services")) {
            if (each.get("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no Service " + name);
    }

    private static JsonNode index(String html) {
        return json(one(html, "id=\"index\">(.*?)</script>"));
    }

    private static List<JsonNode> content(String html) {
        List<JsonNode> services = new ArrayList<>();
        Matcher blocks = Pattern.compile("id=\"block-\\d+\">([^<]*)").matcher(html);
        while (blocks.find()) {
            byte[] packed = Base64.getDecoder().decode(blocks.group(1));
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                json(new String(in.readAllBytes(), UTF_8)).get("services").forEach(services::add);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return services;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String one(String regex) {
        return one(CUT, regex);
    }

    private static String one(String html, String regex) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(html);
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
