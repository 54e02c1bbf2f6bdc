package kubenat.render.diagram;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.graph.ChainGraph;
import kubenat.kube.ServiceNames;
import kubenat.model.Ruleset;
import kubenat.render.KubeNames;
import kubenat.render.PictureCases;
import kubenat.source.DumpException;
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

/** Graphviz itself is asked whether it takes what is written; skipped where it is not installed. */
class GraphvizIT {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void needsDot() {
        Installed.require("dot");
    }

    @TestFactory
    Stream<DynamicTest> takesTheSamples() throws IOException {
        return taken(Path.of("samples"));
    }

    @TestFactory
    Stream<DynamicTest> takesTheDiagnosedBugs() throws IOException {
        return taken(SharedFiles.at("corpus/cases"));
    }

    @TestFactory
    Stream<DynamicTest> takesHostileComments() throws IOException {
        return taken(SharedFiles.at("corpus/odd"));
    }

    @Test
    void takesRulesByLot() throws IOException {
        List<String> all = new ArrayList<>();
        forAll(60, PictureCases::random, ruleset -> all.addAll(drawings(ruleset)));

        take(all);
    }

    @Test
    void showsEveryTextAsItIs() throws IOException {
        Ruleset ruleset = Dumps.parse("""
                *nat
                :PREROUTING ACCEPT [0:0]
                -A PREROUTING -m comment --comment "a\\\\nb &amp; <i> \\"q\\" \\\\l" -j A&B\\N
                COMMIT
                """);
        String svg = take(List.of(ChainDiagram.of(
                ChainGraph.of(ruleset), new KubeNames(new ServiceNames(ruleset)), "\\G & \"x\"", new DotWriter())));

        assertThat(svg).contains(">A&amp;B\\N<").contains(">\\G &amp; &quot;x&quot;<");
    }

    private static Stream<DynamicTest> taken(Path folder) throws IOException {
        return DumpFiles.files(folder, "")
                .map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> take(drawings(file))));
    }

    private static List<String> drawings(Path file) {
        try {
            return DumpFiles.rulesets(file).stream()
                    .flatMap(ruleset -> drawings(ruleset).stream())
                    .toList();
        } catch (DumpException noDump) {
            return List.of();
        }
    }

    private static List<String> drawings(Ruleset ruleset) {
        List<String> drawings = new ArrayList<>();
        PictureCases.ofDump(ruleset).stream()
                .map(answer -> PathDiagram.of(answer, new DotWriter()))
                .forEach(drawings::add);
        drawings.add(ChainDiagram.of(
                ChainGraph.of(ruleset), new KubeNames(new ServiceNames(ruleset)), "All chains", new DotWriter()));
        return drawings;
    }

    /** Draws all of them in one run, which fails or complains if one of them is not sound. */
    private static String take(List<String> drawings) throws IOException {
        Path file = Files.writeString(folder.resolve("all.dot"), String.join("\n", drawings));
        ProcessRun run = ProcessRun.of(Path.of(""), Map.of(), file, List.of("dot", "-Tsvg"));

        assertThat(run.err()).doesNotContain("syntax error", "Warning: not well-formed");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }
}
