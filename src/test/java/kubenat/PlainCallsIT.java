package kubenat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import kubenat.testing.LambdasAndRecords;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rewritten jar; {@code src/build/java/kubenat/build}. */
class PlainCallsIT {
    @TempDir
    private Path folder;

    @Test
    void giveWhatTheCompilersGive() throws Exception {
        Path jar = folder.resolve("fixture.jar");
        pack(jar);
        assertThat(linkedCalls(jar)).hasSizeGreaterThan(5);

        rewrite(jar);

        try (URLClassLoader rewritten =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> fixture = rewritten.loadClass(LambdasAndRecords.class.getName());
            assertThat(linkedCalls(jar)).isEmpty();
            assertThat(fixture.getMethod("results").invoke(null)).isEqualTo(LambdasAndRecords.results());
        }
    }

    @Test
    void areAllThatTheJarHas() throws IOException {
        Path jar = ProcessRun.launcher().resolve("../../lib/kube-nat.jar").normalize();

        assertThat(linkedCalls(jar)).isEmpty();
    }

    private static void pack(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            pack(Path.of("target/test-classes"), "kubenat/testing", LambdasAndRecords.class.getSimpleName(), out);
            pack(Path.of("target/classes"), "kubenat/plain", "", out);
        }
    }

    private static void pack(Path classes, String folder, String start, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.list(classes.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith(start)) {
                    out.putNextEntry(new JarEntry(folder + "/" + file.getFileName()));
                    out.write(Files.readAllBytes(file));
                }
            }
        }
    }

    private static void rewrite(Path jar) throws Exception {
        URL[] tool = {Path.of("target/build-classes").toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(tool, PlainCallsIT.class.getClassLoader())) {
            classes.loadClass("kubenat.build.PlainCalls")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {jar.toString()});
        }
    }

    /** The classes of kube-nat in which Java would put together a lambda or a method of a record. */
    private static List<String> linkedCalls(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().matches("kubenat/.*\\.class"))
                    .filter(entry -> isLinked(file, entry))
                    .map(JarEntry::getName)
                    .toList();
        }
    }

    private static boolean isLinked(JarFile file, JarEntry entry) {
        try (InputStream bytes = file.getInputStream(entry)) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains("java/lang/invoke/LambdaMetafactory")
                    || text.contains("java/lang/runtime/ObjectMethods");
        } catch (IOException unread) {
            throw new AssertionError(entry.getName(), unread);
        }
    }
}
