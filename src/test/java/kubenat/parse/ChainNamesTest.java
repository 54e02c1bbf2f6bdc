package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.parse.fast.LineTokens;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;

/** Many chains in the order of their names are found before all of them have a slot, and after. */
class ChainNamesTest {
    private static final int MANY = 11_000;

    private final List<String> names = names();

    private static List<String> names() {
        Random random = new Random(5);
        TreeSet<String> sorted = new TreeSet<>();
        while (sorted.size() < MANY) {
            String letters = Integer.toString(random.nextInt(1 << random.nextInt(1, 31)), 36);
            sorted.add("C-" + letters.repeat(random.nextInt(1, 4)));
        }
        return List.copyOf(sorted);
    }

    private static TableIndex table(List<String> names, String rules) {
        String dump = Stream.concat(Stream.of("PREROUTING", "INPUT"), names.stream())
                .map(name -> ":" + name + " - [0:0]\n")
                .collect(Collectors.joining("", "*nat\n", rules + "COMMIT\n"));
        return DumpIndex.of(SourceText.of("x.rules", dump)).tables().get(0);
    }

    @Test
    void namesAreFoundWhateverWasAskedBefore() {
        TableIndex table = table(names, "");

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < names.size(); i += 2) {
                String name = names.get(i);
                assertThat(table.chain(name)).as(name).isEqualTo(i + 2);
                assertThat(found(table, name)).as(name).isTrue();
                assertThat(table.chain(name + "!")).as(name + "!").isNegative();
                assertThat(found(table, name + "!")).as(name + "!").isFalse();
            }
        }
        assertThat(table.chain("INPUT")).isEqualTo(1);
        assertThat(table.chain("")).isNegative();
        assertThat(table.chain("C")).isNegative();
        assertThat(table.chain("Z".repeat(300))).isNegative();
    }

    private static boolean found(TableIndex table, String name) {
        LineTokens line = new LineTokens();
        line.load("-j " + name + " x");
        line.add(1, 3, 3 + name.length());
        return table.hasChain(line, 0);
    }

    @Test
    void rulesInAnotherOrderFindTheirChains() {
        Random random = new Random(6);
        List<Integer> chains = random.ints(0, MANY).limit(12_000).boxed().toList();

        TableIndex table = table(
                names,
                chains.stream()
                        .map(chain -> "-A " + names.get(chain) + " -j RETURN\n")
                        .collect(Collectors.joining()));

        assertThat(table.chains()).isEqualTo(MANY + 2);
        int[] wanted = new int[MANY];
        chains.forEach(chain -> wanted[chain]++);
        for (int chain = 0; chain < MANY; chain++) {
            assertThat(table.ruleCount(chain + 2)).isEqualTo(wanted[chain]);
        }
    }
}
