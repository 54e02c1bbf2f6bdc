package kubenat.lint.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kubenat.source.SourceText;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;

/** Nothing that kube-proxy itself writes is an error or a warning. */
class HealthyDumpsTest {
    /** Samples that show what is wrong. */
    private static final Set<String> ILL = Set.of("blog-cut.rules", "forward-drop.rules");

    private static final List<String> FORMS =
            List.of("rules", "rulesKernelNft", "rulesKernelLegacy", "rulesFakeVerbatim");

    @Test
    void samplesAreClean() {
        List<String> complaints = new ArrayList<>();
        for (Path file : HealthyDumps.files(Path.of("samples"), ".rules")) {
            if (!ILL.contains(file.getFileName().toString())) {
                complaints.addAll(HealthyDumps.complaints(HealthyDumps.read(file)));
            }
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void ruleSetsOfKubeProxysOwnTestsAreClean() throws IOException {
        List<String> complaints = new ArrayList<>();
        int[] dumps = new int[1];
        for (Path file : HealthyDumps.files(SharedFiles.at("flows-rulesets"), ".json")) {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            for (String form : FORMS) {
                if (json.hasNonNull(form)) {
                    dumps[0]++;
                    SourceText dump = SourceText.of(
                            file.getFileName() + "#" + form, json.get(form).asText());
                    complaints.addAll(HealthyDumps.complaints(dump));
                }
            }
        }

        assertThat(complaints).isEmpty();
        assertThat(dumps[0]).isGreaterThan(100);
    }
}
