package kubenat.render.diagram;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import kubenat.graph.ChainGraph;
import kubenat.kube.ServiceNames;
import kubenat.model.Ruleset;
import kubenat.render.KubeNames;
import kubenat.render.PictureCases;
import kubenat.testing.DumpFiles;
import kubenat.testing.Dumps;
import kubenat.testing.NodePackages;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mermaid and D2 themselves are asked whether they take what is written; skipped where they cannot be installed. */
class DiagramLanguagesIT {
    private static final String HOSTILE = """
            *nat
            :PREROUTING ACCEPT [0:0]
            -A PREROUTING -m comment --comment "a\\\\nb &amp; <i> \\"q\\" ${x} `|` end %% #9829; ]" -j A&B"]\\N
            COMMIT
            """;

    @TempDir
    private Path folder;

    private int drawn;

    @Test
    void mermaidTakesSamplesHostileTextAndRulesByLot() throws IOException {
        drawSamples(MermaidWriter::new);
        forAll(40, PictureCases::random, ruleset -> draw(ruleset, MermaidWriter::new));

        assertTaken("mermaid.mjs");
    }

    @Test
    void d2TakesSamplesAndHostileText() throws IOException {
        drawSamples(D2Writer::new);

        assertTaken("d2.mjs");
    }

    private void assertTaken(String script) {
        ProcessRun run = NodePackages.run(script, folder.toAbsolutePath().toString());

        assertThat(drawn).isGreaterThan(10);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    private void drawSamples(Supplier<Diagram> language) throws IOException {
        draw(Dumps.parse(HOSTILE), language);
        DumpFiles.files(Path.of("samples"), ".rules").forEach(file -> draw(Dumps.parse(Dumps.text(file)), language));
    }

    private void draw(Ruleset ruleset, Supplier<Diagram> language) {
        PictureCases.ofDump(ruleset).forEach(answer -> write(PathDiagram.of(answer, language.get())));
        KubeNames names = new KubeNames(new ServiceNames(ruleset));
        write(ChainDiagram.of(ChainGraph.of(ruleset), names, "All \"chains\" \\ ${x}", language.get()));
    }

    private void write(String drawing) {
        try {
            Files.writeString(folder.resolve("%05d".formatted(drawn++)), drawing);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
