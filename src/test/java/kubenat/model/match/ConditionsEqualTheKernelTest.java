package kubenat.model.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import kubenat.model.RuleWords;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Site;
import kubenat.model.packet.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernel's own answers, recorded, for conditions of nearly every module and packets of which everything is known. */
class ConditionsEqualTheKernelTest {
    /** What neither packet nor node tells. */
    private static final Pattern OPEN = Pattern.compile(
            "-m (mac|physdev|policy|connlabel|cgroup)|--pkt-type|BIPMAC|(ANYCAST|UNREACHABLE).* --limit-iface|--ct(orig|repl)(src|dst)port");

    @ParameterizedTest
    @EnumSource(Family.class)
    void everyConditionThatIsDecidedIsDecidedAsTheKernelDoes(Family family) throws Exception {
        RecordedConditions recorded = RecordedConditions.read(family);
        Set<String> wrong = new LinkedHashSet<>();
        int decided = 0;
        for (RecordedConditions.Asked asked : recorded.asked()) {
            Truth truth = truth(asked, recorded.node());
            decided += truth == Truth.MAYBE ? 0 : 1;
            if (truth == Truth.of(!asked.met())) {
                wrong.add(asked.condition() + " on " + asked.packet() + " is " + truth);
            } else if (truth == Truth.MAYBE && !OPEN.matcher(asked.condition()).find()) {
                wrong.add(asked.condition() + " on " + asked.packet() + " is left open");
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(decided).isGreaterThan(10_000);
    }

    /** As a rule does: the first match that surely fails decides, and all that surely hold. */
    private static Truth truth(RecordedConditions.Asked asked, Node node) {
        Truth all = Truth.YES;
        for (Match match : RuleWords.matches(asked.condition())) {
            Truth truth = match.test(asked.known(), new Site(node, asked.condition()));
            if (truth == Truth.NO) {
                return Truth.NO;
            }
            all = truth == Truth.MAYBE ? Truth.MAYBE : all;
        }
        return all;
    }
}
