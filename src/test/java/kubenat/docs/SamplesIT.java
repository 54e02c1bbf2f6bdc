package kubenat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SamplesIT {
    private static final int NOT_HERE = 77;

    @Test
    void samplesAreWhatIptablesPrints() {
        ProcessRun run = ProcessRun.of(
                Path.of(""),
                Map.of("PYTHONDONTWRITEBYTECODE", "1"),
                Path.of("/dev/null"),
                List.of(
                        "sh",
                        "-c",
                        "command -v python3 >/dev/null || exit 77; exec python3 src/test/samples/make.py --check"));

        Assumptions.assumeTrue(run.exitCode() != NOT_HERE, () -> "skipped: " + run.err());
        assertThat(run.out() + run.err()).isEqualTo("nothing changed\n");
        assertThat(run.exitCode()).isZero();
    }
}
