package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.testing.Dumps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules find their chains, however the name is written and whatever chain the line before is of. */
class IndexedNamesTest {
    private static final String DUMP = """
            *nat
            :A - [0:0]
            :AB - [0:0]
            :"Q" - [0:0]
            -A A -j RETURN
            -A AB -j RETURN
            -A A -j RETURN
            -A  A -j RETURN
            -A "A" -j RETURN
            -A A\t-j RETURN
            -A A
            -A ABC -j RETURN
            -A AB -j RETURN
            -A Q -j RETURN
            COMMIT
            """;

    @ParameterizedTest
    @CsvSource({"A, 6", "AB, 2", "ABC, 1", "Q, 1"})
    void namesThatBeginAlikeAreToldApart(String chain, int rules) {
        Ruleset ruleset = Dumps.parse(DUMP);

        assertThat(ruleset.chain(new ChainName(TableName.NAT, chain))
                        .orElseThrow()
                        .size())
                .isEqualTo(rules);
    }
}
