package kubenat.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutantsTest {
    static List<Mutant> mutants() {
        return Mutants.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void theTextToReplaceIsInTheFileOnce(Mutant mutant) {
        assertThat(mutant.times())
                .as(
                        "Mutants has a row that is out of date: %s has this other than once: %s",
                        mutant.file(), mutant.text())
                .isEqualTo(1);
    }

    @Test
    void thereAreEnoughAndNoneIsThereTwice() {
        assertThat(Mutants.all())
                .hasSizeGreaterThan(60)
                .extracting(Mutant::name)
                .doesNotHaveDuplicates();
    }
}
