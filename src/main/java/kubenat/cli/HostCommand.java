package kubenat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a program of this host said.
 *
 * @param exitCode 127 if it is not installed, as a shell says
 */
record HostCommand(int exitCode, String out, String err) {
    static final int NOT_FOUND = 127;

    private static final List<String> SYSTEM_FOLDERS = List.of("/usr/sbin/", "/sbin/", "/usr/local/sbin/");

    /** Runs a program to its end; one that root has and users have not in their PATH is found too. */
    static HostCommand run(String program, String... arguments) {
        return start(program, arguments)
                .or(() -> SYSTEM_FOLDERS.stream()
                        .flatMap(folder -> start(folder + program, arguments).stream())
                        .findFirst())
                .map(HostCommand::finish)
                .orElse(new HostCommand(NOT_FOUND, "", program + ": not found"));
    }

    private static Optional<Process> start(String program, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = program;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            return Optional.of(new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start());
        } catch (IOException notFound) {
            return Optional.empty();
        }
    }

    /** Both streams are read at once, so that a program that fills one of them does not wait for ever. */
    private static HostCommand finish(Process process) {
        AtomicReference<String> err = new AtomicReference<>("");
        Thread talk = new Thread(() -> err.set(text(process.getErrorStream())), "talk");
        talk.start();
        String out = text(process.getInputStream());
        try {
            talk.join();
            return new HostCommand(process.waitFor(), out, err.get());
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            return new HostCommand(1, out, "interrupted");
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    /** The first line that is not empty of what it complained about. */
    String complaint() {
        return err.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("exit code " + exitCode);
    }
}
