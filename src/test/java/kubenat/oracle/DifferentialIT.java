package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fixed, small part of what {@link DifferentialRun} compares: random dumps, asked of the kernel and of the tracer. */
class DifferentialIT {
    private static final int PACKETS = 40;

    @ParameterizedTest(name = "seed {0}, {1}")
    @CsvSource({
        "5000, LEGACY", "5000, NFT", "5001, LEGACY", "5001, NFT", "5002, LEGACY", "5002, NFT",
        "5003, LEGACY", "5003, NFT", "5004, LEGACY", "5004, NFT", "5005, LEGACY", "5005, NFT"
    })
    void theTracerSaysWhatTheKernelDoes(long seed, Backend backend) {
        Kernel.assumeUsable();
        Differential random = Differential.random(seed, PACKETS);
        Optional<List<KernelAnswer>> answers = random.ask(backend);

        assertThat(answers).as("the kernel loads the dump of seed " + seed).isPresent();
        assertThat(random.compare(backend, answers.get()))
                .as("seed " + seed)
                .extracting(Differential.Difference::text)
                .isEmpty();
    }
}
