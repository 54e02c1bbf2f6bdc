package kubenat.render.chains;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.graph.ChainGraph;
import kubenat.kube.ServiceNames;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.render.KubeNames;
import kubenat.render.Names;
import kubenat.render.PictureCases;
import kubenat.render.picture.Box;
import kubenat.render.picture.Geometry;
import kubenat.render.picture.Scene;
import kubenat.source.DumpException;
import kubenat.testing.DumpFiles;
import kubenat.testing.Dumps;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChainGeometryTest {
    @TestFactory
    Stream<DynamicTest> everySampleIsDrawnWithoutAFault() throws IOException {
        return drawn(Path.of("samples"));
    }

    @TestFactory
    Stream<DynamicTest> everyDiagnosedBugIsDrawnWithoutAFault() throws IOException {
        return drawn(SharedFiles.at("corpus/cases"));
    }

    @TestFactory
    Stream<DynamicTest> everyDumpOfOthersIsDrawnWithoutAFault() throws IOException {
        return drawn(SharedFiles.at("corpus/thirdparty"));
    }

    @Test
    void rulesByLotAreDrawnWithoutAFault() {
        forAll(PictureCases::random, ChainGeometryTest::check);
    }

    @Test
    void kubeProxysChainsStandInColumnsByWhatTheyAreFor() throws DumpException {
        Map<ChainName, Integer> columns = ChainMap.of(
                        ChainGraph.of(DumpFiles.rulesets(Path.of("samples/nodeport.rules"))
                                .get(0)),
                        Names.NONE)
                .get(0)
                .columns();

        assertThat(columns)
                .containsEntry(nat("PREROUTING"), 0)
                .containsEntry(nat("KUBE-SERVICES"), 1)
                .containsEntry(nat("KUBE-NODEPORTS"), 2)
                .containsEntry(nat("KUBE-SVC-47MZKVTVFE2WTG5V"), 3)
                .containsEntry(nat("KUBE-SEP-JEHA6AXBK4XAVWB5"), 4);
    }

    @Test
    void tellsWhatIsMissingDeadOrALoop() {
        Ruleset ruleset = Dumps.rules("-A PREROUTING -j A;-A A -j B;-A B -j A;-A B -j GONE;-A LOST -j ACCEPT");
        ChainMap map = ChainMap.of(ChainGraph.of(ruleset), Names.NONE).get(0);

        assertThat(map.cards().get(nat("GONE"))).extracting(ChainCard::kind).isEqualTo(ChainCard.Kind.MISSING);
        assertThat(map.cards().get(nat("LOST"))).extracting(ChainCard::kind).isEqualTo(ChainCard.Kind.DEAD);
        assertThat(map.cards().get(nat("B"))).extracting(ChainCard::asides).isEqualTo(List.of("rule 1 → A"));
    }

    @Test
    void drawsAThousandChainsInARow() {
        StringBuilder rules = new StringBuilder("-A PREROUTING -j C0");
        IntStream.range(0, 1000).forEach(i -> rules.append(";-A C%d -j C%d".formatted(i, i + 1)));

        Scene scene = ChainScene.of(ChainGraph.of(Dumps.rules(rules.toString())), Names.NONE, "deep");

        assertThat(scene.shapes().stream()
                        .filter(shape -> shape instanceof Box box && box.hint().contains("-A C")))
                .as("the cards of 1000 chains and of the missing one at their end")
                .hasSize(1001);
    }

    private static ChainName nat(String name) {
        return new ChainName(TableName.NAT, name);
    }

    private static Stream<DynamicTest> drawn(Path folder) throws IOException {
        return DumpFiles.each(folder, ChainGeometryTest::check);
    }

    private static void check(Ruleset ruleset) {
        Names names = new KubeNames(new ServiceNames(ruleset));
        Geometry.check(ChainScene.of(ChainGraph.of(ruleset), names, "All chains"));
    }
}
