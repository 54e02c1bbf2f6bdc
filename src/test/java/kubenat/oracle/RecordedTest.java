package kubenat.oracle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kubenat.testing.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tracer equals the kernel on random dumps whose answers are on record, for machines that cannot ask it.
 * {@code -Dgolden.update=true} asks anew.
 */
class RecordedTest {
    private static final long SEED = 5000;
    private static final int DUMPS = 16;
    private static final int PACKETS = 30;

    @TestFactory
    Stream<DynamicTest> doesWhatTheKernelDid() {
        return Recording.all().stream()
                .flatMap(recording -> Arrays.stream(Backend.values())
                        .map(backend ->
                                dynamicTest(recording.name() + ", " + backend, () -> isTheSame(recording, backend))));
    }

    private static void isTheSame(Recording recording, Backend backend) {
        assertThat(recording.asked().compare(backend, recording.answers().get(backend)))
                .as(recording.asked().dump())
                .extracting(Differential.Difference::text)
                .isEmpty();
    }

    /** Without the permission to write, the record is compared with what it says when read and printed again. */
    @Test
    void isOnRecordAsTheKernelAnswers() {
        List<Recording> recordings = Boolean.getBoolean("golden.update") ? asked() : Recording.all();

        Golden.assertMatches(
                Recording.FILE, recordings.stream().map(Recording::text).collect(joining()));
        assertThat(recordings).hasSize(DUMPS);
    }

    private static List<Recording> asked() {
        Kernel.assumeUsable();
        return LongStream.range(SEED, SEED + DUMPS)
                .mapToObj(seed -> Recording.of("seed " + seed, Differential.random(seed, PACKETS)))
                .toList();
    }
}
