package kubenat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs the scripts of {@code src/test/npm} with the packages that they need; a test is skipped where these cannot be had. */
public final class NodePackages {
    private static final Path SCRIPTS = Path.of("src/test/npm");
    /** What scripts that drive a browser have in common. */
    private static final String SHARED = "browser.mjs";

    private static final Path FOLDER = Path.of("target/npm");

    private NodePackages() {}

    /** Runs a script; skips the running test if there is no Node.js, or no registry to install from. */
    public static ProcessRun run(String script, String argument) {
        install();
        copy(script, script);
        copy(SHARED, SHARED);
        return ProcessRun.of(FOLDER, Map.of(), SCRIPTS.resolve("package.json"), List.of("node", script, argument));
    }

    private static synchronized void install() {
        for (String program : List.of("node", "npm")) {
            Assumptions.assumeTrue(isOnPath(program), () -> "skipped: there is no " + program + " on the PATH");
        }
        if (!isInstalled()) {
            copy("package.json", "package.json");
            List<String> npm = List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
            ProcessRun installed = ProcessRun.of(FOLDER, Map.of(), SCRIPTS.resolve("package.json"), npm);
            Assumptions.assumeTrue(
                    installed.exitCode() == 0, () -> "skipped: npm could not install: " + installed.err());
            copy("package.json", "installed.json");
        }
    }

    private static boolean isInstalled() {
        try {
            Path installed = FOLDER.resolve("installed.json");
            return Files.exists(installed) && Files.mismatch(installed, SCRIPTS.resolve("package.json")) < 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(String file, String to) {
        try {
            Files.createDirectories(FOLDER);
            Files.copy(SCRIPTS.resolve(file), FOLDER.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
