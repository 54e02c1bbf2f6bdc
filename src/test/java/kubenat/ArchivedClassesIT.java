package kubenat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives of loaded classes beside the jar, and which of them the launcher uses. */
class ArchivedClassesIT {
    private static final Path NOTHING = Path.of("/dev/null");

    @TempDir
    private Path folder;

    private Path lib;
    private Path jar;

    /** What a user has unpacked: times and all. */
    @BeforeEach
    void copyTheDistribution() throws IOException {
        Path built = ProcessRun.launcher().toAbsolutePath().getParent().getParent();
        lib = Files.createDirectories(folder.resolve("kube nat/lib"));
        Files.createDirectories(folder.resolve("kube nat/bin"));
        Files.copy(built.resolve("bin/kube-nat"), launcher(), StandardCopyOption.COPY_ATTRIBUTES);
        try (Stream<Path> files = Files.list(built.resolve("lib"))) {
            for (Path file : files.toList()) {
                Files.copy(file, lib.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        jar = lib.resolve("kube-nat.jar");
    }

    /** In place: before Java 25 an archive knows the folder of its jar. */
    @Test
    void areMadeForTheJavaThatBuilds() {
        ProcessRun run = ProcessRun.of(
                folder,
                Map.of("JAVA_HOME", home(), "KUBE_NAT_JAVA_OPTS", "-Xlog:class+load"),
                NOTHING,
                ProcessRun.command(ProcessRun.launcher().toAbsolutePath().toString(), "--version"));

        assertThat(run.out()).contains("kubenat.cli.KubeNat source: shared objects file");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000_000, -2, 2, 1_000_000})
    void areNotUsedForAJarThatIsNotTheOneTheyWereMadeFrom(long seconds) throws IOException {
        FileTime made = Files.getLastModifiedTime(jar);
        replaceTheJarByOneThatSays("changed");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(made.toMillis() + 1000 * seconds));

        ProcessRun run = run(Map.of("JAVA_HOME", home()));

        assertThat(run.out()).isEqualTo("changed\n");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest(name = "{2} for Java {0} and {1}")
    @CsvSource(textBlock = """
            # Java , beside the jar       , what the launcher says to Java
            25.0.9 , kube-nat-25.0.9.aot  , -XX:AOTCache=
            25.0.9 , kube-nat-25.0.8.aot  , nothing
            25.0.9 , kube-nat-17.0.9.jsa  , nothing
            17.0.9 , kube-nat-17.0.9.jsa  , -XX:SharedArchiveFile=
            17.0.9 , kube-nat-25.0.9.aot  , nothing
            """)
    void fitTheVersionOfJava(String version, String archive, String option) throws IOException {
        Files.createFile(lib.resolve(archive));
        Files.setLastModifiedTime(lib.resolve(archive), Files.getLastModifiedTime(jar));

        ProcessRun run = run(Map.of("JAVA_HOME", javaThatSaysItsOptions(version)));

        if (option.equals("nothing")) {
            assertThat(run.out()).doesNotContain("-XX:AOTCache", "-XX:SharedArchiveFile");
        } else {
            assertThat(run.out()).contains("[" + option).contains("/lib/" + archive + "]\n");
        }
    }

    @Test
    void areDoneWithoutWhenDamaged() throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            for (Path file : files.filter(file -> !file.equals(jar)).toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                Files.delete(file);
                Files.write(file, new byte[100]);
                Files.setLastModifiedTime(file, time);
            }
        }

        ProcessRun run = run(Map.of("JAVA_HOME", home()), "--version");

        assertThat(run.out()).startsWith("kube-nat ");
        assertThat(run.err()).isEmpty();
    }

    private ProcessRun run(Map<String, String> environment, String... arguments) {
        String[] words = arguments.length == 0 ? new String[] {"--version"} : arguments;
        return ProcessRun.of(
                folder, environment, NOTHING, ProcessRun.command(launcher().toString(), words));
    }

    private Path launcher() {
        return folder.resolve("kube nat/bin/kube-nat");
    }

    private static String home() {
        return System.getProperty("java.home");
    }

    private void replaceTheJarByOneThatSays(String word) throws IOException {
        Path source = folder.resolve("kubenat/cli/KubeNat.java");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source,
                "package kubenat.cli; public class KubeNat { public static void main(String[] a) {"
                        + " System.out.println(\"" + word + "\"); } }");
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", source.toString());
        assertThat(failed).isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("kubenat/cli/KubeNat.class"));
            entries.write(Files.readAllBytes(source.resolveSibling("KubeNat.class")));
        }
    }

    private String javaThatSaysItsOptions(String version) throws IOException {
        Path home = folder.resolve("java");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        List<String> script = Arrays.asList("#!/bin/sh", "for word; do printf '[%s]\\n' \"$word\"; done");
        Path java = Files.write(home.resolve("bin/java"), script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home.toString();
    }
}
