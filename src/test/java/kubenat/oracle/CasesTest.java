package kubenat.oracle;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tracer equals the kernel where somebody wrote a dump and packets to show what it does: one case for each thing to know.
 * Write a case without the kernel's lines; {@code -Dgolden.update=true} asks it and writes them.
 */
class CasesTest {
    static final String FILE = "oracle/cases.txt";

    @TestFactory
    Stream<DynamicTest> doesWhatTheKernelDid() {
        return Records.tests(FILE, true);
    }

    @Test
    void isOnRecordAsTheKernelAnswers() {
        List<Recording> cases = Recording.read(FILE);

        Records.assertMatches(
                FILE,
                Records.isAsking()
                        ? cases.stream()
                                .map(each -> Recording.of(each.name(), each.asked()))
                                .toList()
                        : cases);
    }
}
