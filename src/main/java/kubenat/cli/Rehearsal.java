package kubenat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the command lines of a file, one after another in one process. The build does so once, so that the archive of
 * classes that speeds up the start holds what these commands load; see {@code docs/decisions/0014-archived-classes.md}.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Takes the name of the file; words in it are parted by single spaces. */
    public static void main(String[] arguments) throws IOException {
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            KubeNat.run(Streams.ofProcess(), KnownOptions.PACKAGED, line.split(" "));
        }
    }
}
