package kubenat.graph;

import static java.util.stream.Collectors.joining;
import static kubenat.graph.SmallChain.nat;
import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainGraphTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # chains                              | cycles             | dead | missing
            PREROUTING: A; A: ACCEPT              |                    |      |
            PREROUTING: ACCEPT; A: B; B: ACCEPT   |                    | A    |
            PREROUTING: A X; A: X Y               |                    |      | X Y
            PREROUTING: A; A: A                   | A -> A             |      |
            PREROUTING: A; A: B; B: goto~A        | A -> B -> A        |      |
            A: B; B: C; C: A B                    | A -> B -> C -> A, B -> C -> B | |
            A: B C; B: C; C: D; D: ACCEPT         |                    | A    |
            PREROUTING: A A; A: ACCEPT            |                    |      |
            A: B B; B: A                          | A -> B -> A        |      |
            """)
    void findsLoopsAndLooseEnds(String chains, String cycles, String dead, String missing) {
        ChainGraph graph = ChainGraph.of(ruleset(chains));

        assertThat(graph.cycles().map(Cycle::toString).collect(joining(", "))).isEqualTo(orEmpty(cycles));
        assertThat(names(graph.dead().stream().map(Chain::name))).isEqualTo(orEmpty(dead));
        assertThat(names(graph.missing().stream())).isEqualTo(orEmpty(missing));
    }

    @Test
    void readsOnlyTheChainsThatAreReached() {
        ChainGraph graph = ChainGraph.from(ruleset("PREROUTING: A B; A: C; B: ; C: B; D: A"), List.of(nat("A")));

        assertThat(names(graph.names().stream())).isEqualTo("A C B");
        assertThat(graph.dead()).as("D leads to A, but has not been read").isEmpty();
        assertThat(graph.chain(nat("D"))).isEmpty();
        assertThat(graph.from(nat("D"))).isEmpty();
    }

    @Test
    void leavesOutChainsAndWhatLeadsToThem() {
        ChainGraph graph = ChainGraph.without(
                ruleset("PREROUTING: A SVC; A: ACCEPT; SVC: SEP A; SEP: ACCEPT"),
                chain -> chain.name().startsWith("S"));

        assertThat(names(graph.names().stream())).isEqualTo("PREROUTING A");
        assertThat(graph.handovers()).hasSize(1);
        assertThat(graph.missing()).isEmpty();
    }

    @Test
    void keepsEveryRuleBetweenTwoChainsInOrder() {
        ChainGraph graph = ChainGraph.of(ruleset("A: B ACCEPT goto~B; B: "));

        assertThat(graph.from(nat("A")))
                .map(handover -> handover.rule().number())
                .containsExactly(1, 3);
        assertThat(graph.to(nat("B"))).map(Handover::isGoto).containsExactly(false, true);
    }

    @Test
    void followsAHundredThousandChainsInARow() {
        int depth = 100_000;
        Map<String, List<String>> chains = new LinkedHashMap<>();
        IntStream.range(0, depth).forEach(i -> chains.put("C" + i, List.of("C" + (i + 1) % depth)));

        ChainGraph graph = ChainGraph.of(SmallChain.ruleset(chains));

        assertThat(graph.reachable(nat("C7"))).hasSize(depth);
        assertThat(graph.cycles().findFirst().orElseThrow().handovers()).hasSize(depth);
    }

    @Test
    void leavesNoCycleOnceEachLosesItsClosingRule() {
        forAll(ChainGraphTest::randomChains, chains -> {
            ChainGraph graph = ChainGraph.of(SmallChain.ruleset(chains));
            Map<String, List<String>> fewer = new LinkedHashMap<>();
            chains.forEach((name, targets) -> fewer.put(name, new java.util.ArrayList<>(targets)));

            List<Cycle> cycles = graph.cycles().toList();
            cycles.forEach(cycle -> fewer.get(cycle.closing().from().name())
                    .set(cycle.closing().rule().number() - 1, "ACCEPT"));

            assertThat(ChainGraph.of(SmallChain.ruleset(fewer)).cycles()).isEmpty();
            assertThat(cycles).allSatisfy(ChainGraphTest::isClosedAndSimple);
        });
    }

    private static void isClosedAndSimple(Cycle cycle) {
        assertThat(cycle.chains()).doesNotHaveDuplicates();
        List<Handover> way = cycle.handovers();
        IntStream.range(0, way.size())
                .forEach(i -> assertThat(way.get(i).to())
                        .isEqualTo(way.get((i + 1) % way.size()).from()));
    }

    private static Map<String, List<String>> randomChains(Random random) {
        int count = 1 + random.nextInt(12);
        Map<String, List<String>> chains = new LinkedHashMap<>();
        for (int chain = 0; chain < count; chain++) {
            chains.put(
                    "C" + chain,
                    random.ints(random.nextInt(4), 0, count)
                            .mapToObj(to -> "C" + to)
                            .toList());
        }
        return chains;
    }

    private static Ruleset ruleset(String text) {
        Map<String, List<String>> chains = new LinkedHashMap<>();
        for (String chain : text.split(";")) {
            List<String> words = List.of(chain.strip().split("[: ]+"));
            chains.put(
                    words.get(0),
                    words.stream().skip(1).map(word -> word.replace('~', ' ')).toList());
        }
        return SmallChain.ruleset(chains);
    }

    private static String names(Stream<ChainName> chains) {
        return chains.map(ChainName::name).collect(joining(" "));
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
