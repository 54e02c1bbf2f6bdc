package kubenat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kubenat.model.match.Comment;
import kubenat.model.match.Match;
import kubenat.model.match.Samples;
import kubenat.model.packet.Family;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.NoTarget;
import kubenat.model.target.Target;
import kubenat.model.target.UnmodelledTarget;
import kubenat.model.target.UnreadableTarget;
import org.junit.jupiter.api.Test;

/** Every condition and every target says in words what it is. */
class WordsTest {

    @Test
    void thereIsASampleOfEveryKindOfMatchAndItHasWords() {
        Set<Class<?>> seen = new LinkedHashSet<>();
        for (String text : Samples.matches()) {
            for (Match match : RuleWords.matches(Samples.in(Family.IPV4, text))) {
                seen.add(match.getClass());
                assertThat(match.words().isEmpty()).as(text).isEqualTo(match instanceof Comment);
                assertThat(match.words())
                        .as(text)
                        .doesNotContain("null")
                        .doesNotContain("  ")
                        .doesNotContain("[");
            }
        }

        assertThat(seen).containsExactlyInAnyOrder(Match.class.getPermittedSubclasses());
    }

    @Test
    void thereIsASampleOfEveryKindOfTargetAndItHasWords() {
        List<Target> targets = new ArrayList<>(List.of(
                new Goto("A"),
                new Jump("A"),
                new NoTarget(),
                new UnmodelledTarget("X", "--y"),
                new UnreadableTarget("DNAT", "DNAT [unsupported revision]", "cut")));
        Samples.TARGETS.forEach(text -> targets.add(RuleWords.target(Samples.in(Family.IPV4, text))));

        assertThat(targets)
                .allSatisfy(target -> assertThat(target.words()).isNotEmpty().doesNotContain("null"));
        assertThat(targets.stream().map(Object::getClass)).contains(Target.class.getPermittedSubclasses());
    }
}
