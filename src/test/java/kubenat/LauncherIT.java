package kubenat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, as a user starts it. */
class LauncherIT {
    private static final Path LAUNCHER = ProcessRun.launcher().toAbsolutePath();
    private static final Path NOTHING = Path.of("/dev/null");

    private final List<Path> links = new ArrayList<>();

    @TempDir
    private Path folder;

    /** JUnit warns of links that lead out of its folder. */
    @AfterEach
    void removeLinks() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }

    @Test
    void startsFromAnotherFolder() {
        assertSaysItsVersion(run(Map.of(), LAUNCHER.toString(), "--version"));
    }

    @Test
    void startsByARelativePath() throws IOException {
        link(folder.resolve("dist"), LAUNCHER.getParent().getParent());

        assertSaysItsVersion(run(Map.of(), "dist/bin/kube-nat", "--version"));
    }

    @Test
    void startsFromThePath() {
        String path = LAUNCHER.getParent() + ":" + System.getenv("PATH");

        assertSaysItsVersion(run(Map.of("PATH", path), "/bin/sh", "-c", "kube-nat --version"));
    }

    @Test
    void startsWhenTheShellIsGivenTheScript() {
        ProcessRun run =
                ProcessRun.of(LAUNCHER.getParent(), Map.of(), NOTHING, List.of("/bin/sh", "kube-nat", "--version"));

        assertSaysItsVersion(run);
    }

    @Test
    void startsThroughAChainOfRelativeAndAbsoluteSymlinks() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("usr/bin"));
        link(folder.resolve("absolute"), LAUNCHER);
        link(bin.resolve("relative"), Path.of("../../absolute"));
        link(folder.resolve("first"), Path.of("usr/bin/relative"));

        assertSaysItsVersion(run(Map.of(), "./first", "--version"));
    }

    @Test
    void startsFromAFolderWithSpacesInItsName() throws IOException {
        Path copy = folder.resolve("a folder/it's * here");
        Files.createDirectories(copy.resolve("bin"));
        Files.createDirectories(copy.resolve("lib"));
        Files.copy(LAUNCHER, copy.resolve("bin/kube-nat"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(LAUNCHER.resolve("../../lib/kube-nat.jar").normalize(), copy.resolve("lib/kube-nat.jar"));

        assertSaysItsVersion(run(Map.of(), copy.resolve("bin/kube-nat").toString(), "--version"));
    }

    @Test
    void passesTheExitCodeOn() {
        assertThat(run(Map.of(), LAUNCHER.toString(), "--no-such-option").exitCode())
                .isEqualTo(2);
    }

    @Test
    void handsEveryArgumentOverAsItIs() throws IOException {
        Path java = fakeJava("JAVA_VERSION=\"17.0.1\"", "for word; do printf '[%s]\\n' \"$word\"; done");

        ProcessRun run = run(Map.of("JAVA_HOME", java.toString()), LAUNCHER.toString(), "a b", "", "*", "$HOME", "'\"");

        assertThat(run.out()).endsWith("[kubenat.cli.KubeNat]\n[a b]\n[]\n[*]\n[$HOME]\n['\"]\n");
    }

    @Test
    void givesJavaTheOptionsOfTheUser() throws IOException {
        Path java = fakeJava("JAVA_VERSION=\"17.0.1\"", "for word; do printf '[%s]\\n' \"$word\"; done");
        Map<String, String> environment =
                Map.of("JAVA_HOME", java.toString(), "KUBE_NAT_JAVA_OPTS", "-Xmx8g  -Dpattern=*");

        assertThat(run(environment, LAUNCHER.toString()).out()).contains("[-Xmx8g]\n[-Dpattern=*]\n[-cp]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "KUBE_NAT_JAVA_OPTS"})
    void leavesTheGarbageCollectorToTheUser(String variable) {
        assertSaysItsVersion(run(Map.of(variable, "-XX:+UseParallelGC"), LAUNCHER.toString(), "--version"), variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "KUBE_NAT_JAVA_OPTS"})
    void leavesTheHeapToTheUser(String variable) {
        assertSaysItsVersion(run(Map.of(variable, "-Xmx16m"), LAUNCHER.toString(), "--version"), variable);
    }

    @Test
    void saysThatThereIsNoJava() {
        ProcessRun run = run(Map.of("JAVA_HOME", "", "PATH", folder.toString()), LAUNCHER.toString(), "--version");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("kube-nat: no java found: install Java 17 or newer, or set JAVA_HOME\n");
    }

    @Test
    void saysThatJavaHomeHoldsNoJava() {
        ProcessRun run = run(Map.of("JAVA_HOME", folder.toString()), LAUNCHER.toString(), "--version");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).isEqualTo("kube-nat: JAVA_HOME is %s, where there is no bin/java\n".formatted(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_392", "11.0.2", "16"})
    void refusesAJavaThatIsTooOld(String version) throws IOException {
        Path java = fakeJava("JAVA_VERSION=\"%s\"".formatted(version), "echo started");

        ProcessRun run = run(Map.of("JAVA_HOME", java.toString()), LAUNCHER.toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Java 17 or newer is needed", "is " + version);
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_392, 4", "16.0.2, 4", "17, 0", "17.0.1, 0", "25-ea, 0"})
    void asksAJavaForItsVersionThatHasNoFileThatTells(String version, int exitCode) throws IOException {
        Path java = fakeJava(
                "", "[ \"$1\" != -version ] || echo 'openjdk version \"%s\" 2025-01-01' >&2".formatted(version));
        Files.delete(java.resolve("release"));

        assertThat(run(Map.of("JAVA_HOME", java.toString()), LAUNCHER.toString())
                        .exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void endsQuietlyWhenTheReaderOfThePipeLeaves() {
        ProcessRun run = run(Map.of(), "/bin/sh", "-c", "{ sleep 1; \"$0\" --help; } | true", LAUNCHER.toString());

        assertThat(run.err()).isEmpty();
    }

    @Test
    void saysThatTheOutputIsLost() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: there is no /dev/full");

        ProcessRun run = run(Map.of(), "/bin/sh", "-c", "\"$0\" --help >/dev/full", LAUNCHER.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("kube-nat: cannot write the output: ");
    }

    private void link(Path link, Path target) throws IOException {
        links.add(Files.createSymbolicLink(link, target));
    }

    private ProcessRun run(Map<String, String> environment, String program, String... arguments) {
        return ProcessRun.of(folder, environment, NOTHING, ProcessRun.command(program, arguments));
    }

    /** Java itself tells that it has picked options up from a variable. */
    private static void assertSaysItsVersion(ProcessRun run, String variable) {
        String talk = run.err().lines().filter(line -> !line.contains(variable)).collect(Collectors.joining());
        assertSaysItsVersion(new ProcessRun(run.exitCode(), run.out(), talk));
    }

    private static void assertSaysItsVersion(ProcessRun run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("kube-nat ");
        assertThat(run.exitCode()).isZero();
    }

    /** A folder like that of a JDK, whose java is a shell script. */
    private Path fakeJava(String release, String script) throws IOException {
        Path home = folder.resolve("fake java");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), release + "\n");
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
