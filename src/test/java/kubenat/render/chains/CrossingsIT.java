package kubenat.render.chains;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.graph.ChainGraph;
import kubenat.kube.ServiceNames;
import kubenat.model.Ruleset;
import kubenat.render.KubeNames;
import kubenat.render.PictureCases;
import kubenat.render.diagram.ChainDiagram;
import kubenat.render.diagram.DotWriter;
import kubenat.testing.DumpFiles;
import kubenat.testing.Dumps;
import kubenat.testing.Installed;
import kubenat.testing.ProcessRun;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** In our chain graphs strands cross no more often than in those of Graphviz; skipped where it is not installed. */
class CrossingsIT {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void needsDot() {
        Installed.require("dot");
    }

    @TestFactory
    Stream<DynamicTest> samplesCrossNoMoreThanByGraphviz() throws IOException {
        return DumpFiles.each(Path.of("samples"), CrossingsIT::check);
    }

    @TestFactory
    Stream<DynamicTest> diagnosedBugsCrossNoMoreThanByGraphviz() throws IOException {
        return DumpFiles.each(SharedFiles.at("corpus/cases"), CrossingsIT::check);
    }

    /** Columns by role, which Graphviz is free of, cost one crossing in two of these 182. */
    @TestFactory
    Stream<DynamicTest> dumpsOfOthersCrossHardlyMoreThanByGraphviz() throws IOException {
        return DumpFiles.each(
                SharedFiles.at("corpus/thirdparty"),
                ruleset -> assertThat(ours(ruleset)).as("crossings").isLessThanOrEqualTo(ofGraphviz(ruleset) + 1));
    }

    @Test
    void crossingsOfGraphvizAreCounted() throws IOException {
        Ruleset crossed = Dumps.rules("-A PREROUTING -j A;-A PREROUTING -j B;-A OUTPUT -j A;-A OUTPUT -j B");

        assertThat(ofGraphviz(crossed)).isEqualTo(1);
        assertThat(ours(crossed)).isEqualTo(1);
    }

    @Test
    void rulesByLotCrossNoMoreThanByGraphvizAllInAll() {
        long[] sums = new long[2];
        forAll(200, PictureCases::random, ruleset -> {
            sums[0] += ours(ruleset);
            sums[1] += ofGraphviz(ruleset);
        });

        assertThat(sums[0]).isLessThanOrEqualTo(sums[1]);
    }

    private static void check(Ruleset ruleset) {
        assertThat(ours(ruleset)).as("crossings").isLessThanOrEqualTo(ofGraphviz(ruleset));
    }

    private static long ours(Ruleset ruleset) {
        return ChainMap.of(ChainGraph.of(ruleset), new KubeNames(new ServiceNames(ruleset))).stream()
                .mapToLong(map -> Crossings.count(new ChainLayout(map).columns))
                .sum();
    }

    private static long ofGraphviz(Ruleset ruleset) {
        KubeNames names = new KubeNames(new ServiceNames(ruleset));
        String graph = ChainDiagram.of(ChainGraph.of(ruleset), names, "All chains", new DotWriter());
        try {
            Path file = Files.writeString(folder.resolve("graph.dot"), graph);
            ProcessRun run = ProcessRun.of(Path.of(""), Map.of(), file, List.of("dot", "-Tplain"));
            return PlainEdges.of(run.out()).crossings();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
