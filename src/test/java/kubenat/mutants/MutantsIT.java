package kubenat.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliberately wrong semantics are noticed by the tests; {@code target/mutants.txt} says by which. */
class MutantsIT {
    private static final Map<String, String> TABLE = new TreeMap<>();

    static List<Mutant> mutants() {
        return Mutants.all();
    }

    @BeforeAll
    static void goldenFilesAreRead() {
        assumeFalse(Boolean.getBoolean("golden.update"), "mutants would write golden files");
    }

    @AfterAll
    static void write() throws IOException {
        StringBuilder table = new StringBuilder();
        TABLE.forEach((mutant, killer) ->
                table.append(mutant).append(" | ").append(killer).append("\n"));
        Files.writeString(Path.of("target/mutants.txt"), table);
    }

    @Test
    void withoutAChangeTheTestsAreGreen() throws Exception {
        assertThat(Suite.killer(new MutantLoader(Map.of()))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void isNoticed(Mutant mutant) throws Exception {
        Map<String, byte[]> changed = Compilation.of(mutant.className(), mutant.mutated());

        Optional<String> killer = Suite.killer(new MutantLoader(changed));

        TABLE.put(mutant.name(), killer.orElse("SURVIVES"));
        assertThat(killer).as("a test notices that " + mutant.name()).isPresent();
    }
}
