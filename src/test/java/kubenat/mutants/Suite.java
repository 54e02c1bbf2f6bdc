package kubenat.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests of what the kernel does, one after the other until one fails. */
final class Suite {
    /** The cases of {@code CasesTest}, which most mutants fail: JUnit would not stop at the first. */
    private static final String CASES = "kubenat.oracle.FirstDifference";

    /** The other tests that need nothing but this repository; the quick ones first. */
    static final List<String> TESTS = List.of(
            "kubenat.oracle.RecordedTest",
            "kubenat.model.match.ConditionsEqualTheKernelTest",
            "kubenat.model.target.TargetsTest",
            "kubenat.oracle.SurprisesTest",
            "kubenat.trace.TracerTest",
            "kubenat.cli.PolicyRoutingTest");

    private static final Launcher LAUNCHER = LauncherFactory.create(LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build());

    private Suite() {}

    /** The first test that fails with the classes of a loader; empty if none does. */
    static Optional<String> killer(ClassLoader loader) throws ReflectiveOperationException {
        String first = firstCase(loader);
        if (!first.isEmpty()) {
            return Optional.of("CasesTest, " + first);
        }
        for (String name : TESTS) {
            Failures failures = run(loader.loadClass(name));
            if (!failures.first.isEmpty()) {
                return Optional.of(name.substring(name.lastIndexOf('.') + 1)
                        + ", %s (%d of %d fail)".formatted(failures.first, failures.failed, failures.run));
            }
        }
        return Optional.empty();
    }

    private static String firstCase(ClassLoader loader) throws ReflectiveOperationException {
        Callable<?> cases =
                (Callable<?>) loader.loadClass(CASES).getConstructor().newInstance();
        try {
            return String.valueOf(cases.call());
        } catch (Exception failure) {
            return String.valueOf(failure);
        }
    }

    private static Failures run(Class<?> test) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Failures failures = new Failures();
        try {
            thread.setContextClassLoader(test.getClassLoader());
            LAUNCHER.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(test))
                            .build(),
                    failures);
        } finally {
            thread.setContextClassLoader(before);
        }
        return failures;
    }

    /** Counts. */
    private static final class Failures implements TestExecutionListener {
        private String first = "";
        private int failed;
        private int run;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            run += test.isTest() ? 1 : 0;
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed++;
                first = first.isEmpty() ? test.getDisplayName() : first;
            }
        }
    }
}
