package kubenat.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest(name = "{0} {2} {1}")
    @CsvSource(textBlock = """
            *,          '',            true
            DOCKER*,    DOCKER,        true
            DOCKER*,    DOCKER-USER,   true
            DOCKER*,    KUBE-DOCKER,   false
            *USER,      DOCKER-USER,   true
            *-*-*,      A-B,           false
            *-*-*,      A-B-C,         true
            KUBE-?VC*,  KUBE-SVC-A,    true
            KUBE-?VC*,  KUBE-VC-A,     false
            a.b,        axb,           false
            *ab*ab,     abab,          true
            *ab*ab,     aab,           false
            """)
    void matches(String glob, String name, boolean matches) {
        assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
    }
}
