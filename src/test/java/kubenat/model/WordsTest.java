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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                assertThat(match.wanted()).as(text).contains(" ").doesNotContain("null", "  ", "[");
            }
        }

        assertThat(seen).containsExactlyInAnyOrder(Match.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-p tcp -m tcp --dport 31248              | the protocol were tcp; the destination port were 31248",
                "-p tcp -m tcp ! --sport 1:9              | the protocol were tcp; the source port were not one of 1:9",
                "-s 10.0.0.0/8                            | the source were in 10.0.0.0/8",
                "! -s 10.0.0.1                            | the source were not 10.0.0.1",
                "! -d 10.0.0.0/8                          | the destination were not in 10.0.0.0/8",
                "-m iprange --src-range 10.0.0.1-10.0.0.9 | the source were in 10.0.0.1-10.0.0.9",
                "-i eth0                                  | it came in by eth0",
                "! -i eth0                                | it did not come in by eth0",
                "-o eth0                                  | it went out by eth0",
                "-m mark --mark 0x4000/0x4000             | mark 0x4000 were set",
                "-m mark ! --mark 0x4000/0x4000           | mark 0x4000 were not set",
                "-m mark --mark 0x0/0x4000                | mark 0x4000 were not set",
                "-m mark --mark 0x0/0x3                   | no bit of mark 0x3 were set",
                "-m mark --mark 0x7                       | the mark were 0x7",
                "-m mark --mark 0x0                       | there were no mark",
                "-m conntrack --ctstate RELATED,ESTABLISHED | the connection were ESTABLISHED or RELATED",
                "-m conntrack ! --ctstate NEW             | the connection were not NEW",
                "-m addrtype --dst-type LOCAL             | the destination were an address of this node",
                "-m addrtype ! --src-type LOCAL           | the source were not an address of this node",
                "-m statistic --mode random --probability 0.33 | chance chose it (random 0.33)",
                "-m limit --limit 3/hour                  | this held: under the limit 3/hour",
            })
    void saysWhatWouldMakeItMatch(String text, String wanted) {
        List<String> all = RuleWords.matches(Samples.in(Family.IPV4, text)).stream()
                .filter(match -> !(match instanceof Comment))
                .map(Match::wanted)
                .distinct()
                .toList();

        assertThat(String.join("; ", all)).isEqualTo(wanted);
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
