package kubenat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kubenat.cli.CommandRun;
import kubenat.testing.DumpFiles;
import kubenat.testing.ProcessRun;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What users run is not quite what other tests run: the build rewrites its calls and its streams, and packs the grammar as tables. */
class PackedAnswersIT {
    private static final Pattern SERVICE = Pattern.compile("-d ([0-9a-f.:]+)/(?:32|128) .*--dport (\\d+) ");

    private static URLClassLoader packed;

    @BeforeAll
    static void open() throws IOException {
        URL jar = ProcessRun.launcher()
                .resolve("../../lib/kube-nat.jar")
                .normalize()
                .toUri()
                .toURL();
        packed = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        packed.close();
    }

    @TestFactory
    Stream<DynamicTest> areTheSameForTheSamples() throws IOException {
        return compared(Path.of("samples"));
    }

    @TestFactory
    Stream<DynamicTest> areTheSameForDiagnosedBugs() throws IOException {
        return compared(SharedFiles.at("corpus/cases"));
    }

    @TestFactory
    Stream<DynamicTest> areTheSameForOddDumps() throws IOException {
        return compared(SharedFiles.at("corpus/odd"));
    }

    @TestFactory
    Stream<DynamicTest> areTheSameForDumpsOfOthers() throws IOException {
        return compared(SharedFiles.at("corpus/thirdparty"));
    }

    private static Stream<DynamicTest> compared(Path folder) throws IOException {
        return DumpFiles.files(folder, ".rules")
                .map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> {
                    for (String[] command : commands(file)) {
                        assertThat(ofPacked(command))
                                .as(String.join(" ", command))
                                .isEqualTo(CommandRun.of(command));
                    }
                }));
    }

    private static List<String[]> commands(Path file) throws IOException {
        String dump = file.toString();
        List<String[]> commands = new ArrayList<>(List.of(
                new String[] {"services", "-o", "json", dump},
                new String[] {"lint", "-o", "json", "--fail-on", "never", dump},
                new String[] {"fmt", "--sort", dump},
                new String[] {"graph", "--all", "-o", "dot", dump},
                new String[] {"graph", "--all", "-o", "svg", dump},
                new String[] {"trace", "--explain", "-o", "wide", "--dst", "192.0.2.7:8080", dump}));
        for (String destination : destinations(file)) {
            commands.add(new String[] {"trace", "--dst", destination, dump});
            commands.add(new String[] {"trace", "-o", "json", "--dst", destination, dump});
            commands.add(new String[] {"graph", "-o", "svg", "--dst", destination, dump});
        }
        return commands;
    }

    private static List<String> destinations(Path file) throws IOException {
        return SERVICE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .results()
                .map(PackedAnswersIT::socket)
                .distinct()
                .limit(3)
                .toList();
    }

    private static String socket(MatchResult found) {
        String address = found.group(1);
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + found.group(2);
    }

    private static CommandRun ofPacked(String... arguments) throws ReflectiveOperationException {
        Class<?> options = packed.loadClass("kubenat.cli.KnownOptions");
        Class<?> streams = packed.loadClass("kubenat.cli.Streams");
        Method of = streams.getDeclaredMethod("of", PrintWriter.class, PrintWriter.class, InputStream.class);
        Method run = packed.loadClass("kubenat.cli.KubeNat").getDeclaredMethod("run", streams, options, String[].class);
        Field packaged = options.getDeclaredField("PACKAGED");
        packaged.setAccessible(true);
        of.setAccessible(true);
        run.setAccessible(true);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Object process =
                of.invoke(null, new PrintWriter(out), new PrintWriter(err), new ByteArrayInputStream(new byte[0]));
        Object exitCode = run.invoke(null, process, packaged.get(null), arguments);
        return new CommandRun((Integer) exitCode, out.toString(), err.toString());
    }
}
