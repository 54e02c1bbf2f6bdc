package kubenat.heat;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import kubenat.model.ChainName;
import kubenat.model.TableName;
import kubenat.testing.Dumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {
    private static final String ENDS =
            "; -A A -j DNAT --to-destination 10.0.0.1:80; -A B -j DNAT --to-destination 10.0.0.2:80";
    private static final String HALF = " -m statistic --mode random --probability 0.5 -j A";

    private static Optional<Draws> draws(String rules) {
        return Draws.of(new ChainName(TableName.NAT, "S"), Dumps.rules("*nat; -A PREROUTING -j S; " + rules));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                          | rules                                                                  | fairness
            as it should be                 | -A S -c 510 9 @half; -A S -c 490 9 -j B @ends                           | as expected
            far off                         | -A S -c 600 9 @half; -A S -c 400 9 -j B @ends                           | uneven
            few                             | -A S -c 9 9 @half; -A S -c 2 9 -j B @ends                               | too few
            none yet                        | -A S -c 9 9 -s 10.0.0.9 -j M; -A S -c 0 0 @half; -A S -c 0 0 -j B @ends  | too few
            the target may send them back   | -A S -c 600 9 @half; -A S -c 400 9 -j B; -A A -s 10.0.0.9 -j DNAT --to-destination 10.0.0.1 | may come back
            it returns before               | -A S -c 600 9 @half; -A S -c 400 9 -j B; -A A -s 10.0.0.9 -j RETURN @ends | may come back
            by turns                        | -A S -c 600 9 -m statistic --mode nth --every 2 --packet 0 -j A; -A S -c 400 9 -j B @ends | by turns
            """)
    void saysWhetherTheNumbersAreThoseOfChance(String what, String rules, String fairness) {
        Optional<Draws> draws = draws(rules.replace(" @half", HALF).replace(" @ends", ENDS));

        assertThat(draws).as(what).map(found -> found.fairness().toString()).contains(fairness);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                            | rules
            no counters                       | -A S @half; -A S -j B @ends
            one rule without                  | -A S -c 5 9 @half; -A S -j B @ends
            all are zero                      | -A S -c 0 0 @half; -A S -c 0 0 -j B @ends
            a garbled counter                 | -A S -c 18446744073709551615 9 @half; -A S -c 9 9 -j B @ends
            nothing is left to chance         | -A S -c 5 9 -j B @ends
            """)
    void saysNothingOfWhatWasNotCounted(String what, String rules) {
        assertThat(draws(rules.replace(" @half", HALF).replace(" @ends", ENDS)))
                .as(what)
                .isEmpty();
    }

    @Test
    void clientsThatReturnAreNoDraws() {
        Draws draws = draws("-A S -c 900 9 -m recent --rcheck --seconds 60 --name A -j A; -A S -c 30 9" + HALF
                        + "; -A S -c 34 9 -j B; -A A -m recent --set --name A -j DNAT --to-destination 10.0.0.1:80;"
                        + " -A B -j DNAT --to-destination 10.0.0.2:80")
                .orElseThrow();

        assertThat(draws.packets()).isEqualTo(64);
        assertThat(draws.returned()).isEqualTo(900);
        assertThat(draws.fairness()).isEqualTo(Fairness.AS_EXPECTED);
    }

    @Test
    void sharesAreOfWhatIsCaughtWhereNoRuleTakesTheRest() {
        Draws draws = draws("-A S -c 50 9" + HALF + "; -A S -c 25 9 -m statistic --mode random --probability 0.5 -j B"
                        + ENDS)
                .orElseThrow();

        assertThat(draws.all()).extracting(Draw::expected).satisfies(shares -> {
            assertThat(shares.get(0)).isCloseTo(2 / 3.0, within(1e-9));
            assertThat(shares.get(1)).isCloseTo(1 / 3.0, within(1e-9));
        });
    }

    /** What a kernel would count: fair draws are called uneven once in ten thousand times, so not in these. */
    @Test
    void fairDrawsAreNotCalledUneven() {
        forAll(1000, DrawsTest::counted, rules -> {
            Draws draws = draws(rules).orElseThrow();

            assertThat(draws.fairness()).isIn(Fairness.AS_EXPECTED, Fairness.TOO_FEW);
            assertThat(draws.all().stream().mapToDouble(Draw::expected).sum()).isCloseTo(1, within(1e-9));
        });
    }

    private static String counted(Random random) {
        int[] counts = new int[2 + random.nextInt(20)];
        int packets = 1 + random.nextInt(counts.length * 60);
        for (int i = 0; i < packets; i++) {
            counts[random.nextInt(counts.length)]++;
        }
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            int left = counts.length - i;
            rules.append(
                    left == 1
                            ? "-A S -c %d 1 -j E%d; ".formatted(counts[i], i)
                            : "-A S -c %d 1 -m statistic --mode random --probability %s -j E%d; "
                                    .formatted(counts[i], 1.0 / left, i));
        }
        for (int i = 0; i < counts.length; i++) {
            rules.append("-A E%d -j DNAT --to-destination 10.0.0.%d:80; ".formatted(i, i + 1));
        }
        return rules.toString().strip().replaceFirst(";$", "");
    }

    @Test
    void namesTheOneThatIsFarthestOff() {
        String third = "-A S -c %s 9 -m statistic --mode random --probability %s -j A; ";
        Draws draws = draws(third.formatted(3000, "0.33333333349")
                        + third.formatted(6000, "0.5").replace("-j A", "-j B")
                        + "-A S -c 3100 9 -j C; -A C -j DNAT --to-destination 10.0.0.3:80" + ENDS)
                .orElseThrow();

        assertThat(draws.fairness()).isEqualTo(Fairness.UNEVEN);
        assertThat(draws.farthest().rule().number()).isEqualTo(2);
        assertThat(draws.all().stream().map(Draw::packets).map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo("3000 6000 3100");
    }
}
