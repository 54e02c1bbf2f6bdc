package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.TableName;
import kubenat.testing.Dumps;
import org.junit.jupiter.api.Test;

class RulesReadOnceTest {
    private static final String DUMP = """
            *nat
            :A - [0:0]
            -A A -p tcp -j ACCEPT
            -A A --no-such-option -j ACCEPT
            COMMIT
            """;

    @Test
    void rulesReadOnceAreTheSameRules() {
        Chain chain = chain();

        assertThat(chain.rulesOnce()).hasSize(2).isEqualTo(chain.rules());
        assertThat(chain.rulesOnce()).isEqualTo(chain.rules());
    }

    @Test
    void whatWasNotUnderstoodInThemIsKept() {
        Chain chain = chain();
        assertThat(chain.diagnosticsSoFar()).isEmpty();

        chain.rulesOnce();

        assertThat(chain.diagnosticsSoFar()).hasSize(1).isEqualTo(chain.diagnostics());
    }

    private static Chain chain() {
        return Dumps.parse(DUMP).chain(new ChainName(TableName.NAT, "A")).orElseThrow();
    }
}
