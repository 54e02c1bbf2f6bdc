package kubenat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a program said and how it ended. */
public record ProcessRun(int exitCode, String out, String err) {
    /** The launcher that {@code mvn package} made; for tests named {@code …IT}, which run after it. */
    public static Path launcher() {
        return Path.of(System.getProperty("kube-nat.launcher", "target/kube-nat/bin/kube-nat"));
    }

    /** Runs the launcher in the project's folder with nothing to read on standard input. */
    public static ProcessRun kubeNat(String... arguments) {
        return of(
                Path.of(""), Map.of(), Path.of("/dev/null"), command(launcher().toString(), arguments));
    }

    /**
     * Runs any program, for at most five minutes.
     *
     * @param environment set on top of that of the tests; an empty value unsets a variable
     */
    public static ProcessRun of(Path folder, Map<String, String> environment, Path input, List<String> command) {
        try {
            Path out = Files.createTempFile("kube-nat", ".out");
            Path err = Files.createTempFile("kube-nat", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectInput(input.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            builder.environment().values().removeIf(String::isEmpty);
            int exitCode = exitCode(builder.start());
            ProcessRun run = new ProcessRun(exitCode, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A program and its arguments in one list. */
    public static List<String> command(String program, String... arguments) {
        return Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    }

    private static int exitCode(Process process) {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running after five minutes: " + process.info());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
