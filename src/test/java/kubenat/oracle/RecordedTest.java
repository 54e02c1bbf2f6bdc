package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tracer equals the kernel on random dumps that it was asked about once: what {@link DifferentialIT} does, for machines that
 * cannot ask. {@code -Dgolden.update=true} asks anew.
 */
class RecordedTest {
    private static final String FILE = "oracle/random.txt";
    private static final long SEED = 5000;
    private static final int DUMPS = 12;
    private static final int PACKETS = 16;

    @TestFactory
    Stream<DynamicTest> doesWhatTheKernelDid() {
        return Records.tests(FILE, false);
    }

    @Test
    void isOnRecordAsTheKernelAnswers() {
        List<Recording> dumps = Records.isAsking()
                ? LongStream.range(SEED, SEED + DUMPS)
                        .mapToObj(seed -> Recording.of("seed " + seed, Differential.random(seed, PACKETS)))
                        .toList()
                : Recording.read(FILE);

        Records.assertMatches(FILE, dumps);
        assertThat(dumps).hasSize(DUMPS);
    }
}
