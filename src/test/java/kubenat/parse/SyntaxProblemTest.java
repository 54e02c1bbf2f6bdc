package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import kubenat.lint.Check;
import kubenat.lint.checks.Checks;
import org.junit.jupiter.api.Test;

class SyntaxProblemTest {
    @Test
    void everyProblemIsACheckOfLint() throws IllegalAccessException {
        List<String> ids = new ArrayList<>();
        for (Field constant : SyntaxProblem.class.getDeclaredFields()) {
            if (constant.getType() == String.class) {
                ids.add((String) constant.get(""));
            }
        }

        assertThat(Checks.ALL.stream().map(Check::id).filter(id -> id.startsWith("SYN")))
                .containsExactlyInAnyOrderElementsOf(ids);
    }
}
