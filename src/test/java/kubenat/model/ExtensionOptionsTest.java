package kubenat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;

final class ExtensionOptionsTest {

    /** What iptables 1.8.9 itself prints for its own extensions. */
    @Test
    void everyOptionThatIptablesPrintsIsKnown() throws IOException {
        Set<String> failures = new TreeSet<>();
        int rules = 0;
        for (String line : lines()) {
            rules++;
            try {
                RuleWords.matches(line.replaceFirst("-A \\S+ ?", ""));
            } catch (RuntimeException failure) {
                failures.add(line + ": " + failure.getMessage());
            }
        }

        assertThat(failures).isEmpty();
        assertThat(rules).isGreaterThan(500);
    }

    private static Set<String> lines() throws IOException {
        Set<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.list(SharedFiles.at("corpus/extensions"))) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("-A "))
                        .forEach(lines::add);
            }
        }
        return lines;
    }
}
