package kubenat.cli;

import java.util.function.Supplier;
import kubenat.render.Answer;
import kubenat.render.chains.ChainScene;
import kubenat.render.diagram.ChainDiagram;
import kubenat.render.diagram.D2Writer;
import kubenat.render.diagram.Diagram;
import kubenat.render.diagram.DotWriter;
import kubenat.render.diagram.JsonWriter;
import kubenat.render.diagram.MermaidWriter;
import kubenat.render.diagram.PathDiagram;
import kubenat.render.path.PathScene;
import kubenat.render.picture.Scene;
import kubenat.render.picture.SvgWriter;
import kubenat.render.report.AnswerPage;
import kubenat.render.report.ChainPage;
import kubenat.render.report.Linted;
import picocli.CommandLine.ITypeConverter;

/** The formats of a picture. A new one is one constant here. */
enum PictureFormat {
    SVG((scene, look) -> Picture.of(new SvgWriter(look.tones()).write(scene)), (graph, look) -> Graphviz.svg(graph)),
    PNG(Picture::png, (graph, look) -> Graphviz.png(graph, look.scale())),
    HTML(
            (answer, linted, look) -> Picture.of(AnswerPage.of(answer, linted)),
            (chains, look) ->
                    Picture.of(ChainPage.of(chains.graph(), chains.names(), chains.title(), chains.linted()))),
    DOT(DotWriter::new),
    MERMAID(MermaidWriter::new),
    D2(D2Writer::new),
    JSON(JsonWriter::new);

    private final PathPicture path;
    private final ChainPicture chains;

    /** Draws the path of a packet. */
    private interface PathPicture {
        Picture of(Answer answer, Linted linted, PictureOptions look);
    }

    /** Draws chains and which leads to which. */
    private interface ChainPicture {
        Picture of(PicturedChains chains, PictureOptions look);
    }

    /** Draws what is laid out already. */
    private interface ScenePicture {
        Picture of(Scene scene, PictureOptions look);
    }

    /** Has Graphviz draw a graph in its language. */
    private interface DotPicture {
        Picture of(String graph, PictureOptions look);
    }

    PictureFormat(PathPicture path, ChainPicture chains) {
        this.path = path;
        this.chains = chains;
    }

    /** What can be seen: our own layout, or Graphviz'. */
    PictureFormat(ScenePicture own, DotPicture dot) {
        this(
                (answer, linted, look) -> look.isByGraphviz()
                        ? dot.of(PathDiagram.of(answer, new DotWriter()), look)
                        : own.of(PathScene.of(answer), look),
                (chains, look) -> look.isByGraphviz()
                        ? dot.of(ChainDiagram.of(chains.graph(), chains.names(), chains.title(), new DotWriter()), look)
                        : own.of(ChainScene.of(chains.graph(), chains.names(), chains.title()), look));
    }

    /** A language whose programs lay out nodes and edges. */
    PictureFormat(Supplier<Diagram> language) {
        this(
                (answer, linted, look) -> Picture.of(PathDiagram.of(answer, language.get())),
                (chains, look) -> Picture.of(
                        ChainDiagram.pieces(chains.graph(), chains.names(), chains.title(), language.get())));
    }

    /** Refuses what cannot be: pixels on a terminal, or options that do nothing. */
    void check(PictureOptions look, boolean isTerminal) {
        look.check(toString(), this == PNG, this == PNG || this == SVG);
        if (this == PNG) {
            look.scale();
            if (isTerminal) {
                throw new UsageException("a terminal shows no png", "--output-file FILE.png, or > FILE.png");
            }
        }
    }

    /** How the names of files of this format end. */
    String ending() {
        return this == MERMAID ? "mmd" : toString();
    }

    /** The path of a packet. */
    Picture draw(Answer answer, PictureOptions look) {
        return draw(answer, new Linted(answer.ruleset()), look);
    }

    /** The path of a packet, one of several in the same ruleset. */
    Picture draw(Answer answer, Linted linted, PictureOptions look) {
        return path.of(answer, linted, look);
    }

    /** Chains and which leads to which. */
    Picture draw(PicturedChains chains, PictureOptions look) {
        return this.chains.of(chains, look);
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
