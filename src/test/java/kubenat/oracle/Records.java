package kubenat.oracle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kubenat.testing.Golden;
import org.junit.jupiter.api.DynamicTest;

/** Tests of golden files in which the kernel's answers are on record, for machines that cannot ask it. */
final class Records {
    private Records() {}

    /**
     * That the tracer says what the kernel did, for each recording of a file and each backend.
     *
     * @param toldAlways whether each sender of a packet that was rejected has been told so
     */
    static Stream<DynamicTest> tests(String golden, boolean toldAlways) {
        return Recording.read(golden).stream()
                .flatMap(recording -> Arrays.stream(Backend.values())
                        .map(backend -> dynamicTest(
                                recording.name() + ", " + backend,
                                () -> assertThat(recording.differences(backend, toldAlways))
                                        .as(recording.asked().dump())
                                        .isEmpty())));
    }

    /** Whether the kernel is to be asked anew, which is skipped where it cannot be asked. */
    static boolean isAsking() {
        if (Boolean.getBoolean("golden.update")) {
            Kernel.assumeUsable();
        }
        return Boolean.getBoolean("golden.update");
    }

    /** What is read is printed as the same text; what the kernel was asked anew is written. */
    static void assertMatches(String golden, List<Recording> recordings) {
        Golden.assertMatches(golden, recordings.stream().map(Recording::text).collect(joining()));
    }
}
