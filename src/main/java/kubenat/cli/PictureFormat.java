package kubenat.cli;

import java.util.function.Function;
import java.util.function.Supplier;
import kubenat.graph.ChainGraph;
import kubenat.render.Answer;
import kubenat.render.Names;
import kubenat.render.chains.ChainSvg;
import kubenat.render.diagram.ChainDiagram;
import kubenat.render.diagram.D2Writer;
import kubenat.render.diagram.Diagram;
import kubenat.render.diagram.DotWriter;
import kubenat.render.diagram.JsonWriter;
import kubenat.render.diagram.MermaidWriter;
import kubenat.render.diagram.PathDiagram;
import kubenat.render.path.PathSvg;
import picocli.CommandLine.ITypeConverter;

/** The formats of a picture. A new one is one constant here. */
enum PictureFormat {
    SVG(PathSvg::of, ChainSvg::of),
    DOT(DotWriter::new),
    MERMAID(MermaidWriter::new),
    D2(D2Writer::new),
    JSON(JsonWriter::new);

    private final Function<Answer, String> path;
    private final ChainPicture chains;

    /** Draws chains and which leads to which. */
    private interface ChainPicture {
        String of(ChainGraph graph, Names names, String title);
    }

    PictureFormat(Function<Answer, String> path, ChainPicture chains) {
        this.path = path;
        this.chains = chains;
    }

    /** A language whose programs lay out nodes and edges. */
    PictureFormat(Supplier<Diagram> language) {
        this(
                answer -> PathDiagram.of(answer, language.get()),
                (graph, names, title) -> ChainDiagram.of(graph, names, title, language.get()));
    }

    /** The path of a packet. */
    String draw(Answer answer) {
        return path.apply(answer);
    }

    /** Chains and which leads to which. */
    String draw(ChainGraph graph, Names names, String title) {
        return chains.of(graph, names, title);
    }

    /** Reads the name of a format. */
    static final class Converter implements ITypeConverter<PictureFormat> {
        @Override
        public PictureFormat convert(String text) {
            return Choice.read(text, values());
        }
    }

    @Override
    public String toString() {
        return Choice.name(this);
    }
}
