package kubenat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of kube-nat, written into the manifest and into {@code version.txt} by the build. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }

    static String line() {
        return "kube-nat " + text();
    }

    /** From the jar's manifest, which Java has read anyway; without a jar, from the file. */
    static String text() {
        String packaged = Version.class.getPackage().getImplementationVersion();
        return packaged == null ? file() : packaged;
    }

    private static String file() {
        try (InputStream bytes = Objects.requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
