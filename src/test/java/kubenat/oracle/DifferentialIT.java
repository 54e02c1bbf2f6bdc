package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tracer equals the kernel of this machine, rule by rule, on random dumps. Few in a build; many with
 * {@code -Doracle.seed=1000 -Doracle.dumps=200 -Doracle.packets=150}, or with {@link DifferentialRun}, which makes what differs
 * small.
 */
class DifferentialIT {
    private static final long SEED = Long.getLong("oracle.seed", 0);
    private static final long DUMPS = Long.getLong("oracle.dumps", 12);
    private static final int PACKETS = Integer.getInteger("oracle.packets", 80);

    @BeforeAll
    static void asksTheKernel() {
        Kernel.assumeUsable();
    }

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + DUMPS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesWhatTheKernelDoes(long seed) {
        Differential random = Differential.random(seed, PACKETS);
        List<String> differences = new ArrayList<>();

        for (Backend backend : Backend.values()) {
            Optional<List<KernelAnswer>> answers = random.ask(backend);
            assertThat(answers)
                    .as("%s refuses the dump of seed %d:%n%s", backend, seed, random.dump())
                    .isPresent();
            random.compare(backend, answers.orElseThrow())
                    .forEach(difference -> differences.add(backend + " " + difference.text()));
        }

        assertThat(differences)
                .as("seed %d\n%s%s", seed, random.dump(), random.kernelCase().get("node"))
                .isEmpty();
    }
}
