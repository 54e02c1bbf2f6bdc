package kubenat.render.chains;

import kubenat.graph.ChainGraph;
import kubenat.render.Names;
import kubenat.render.picture.SvgWriter;

/** Draws a chain graph as SVG. */
public final class ChainSvg {
    private ChainSvg() {}

    /** The whole file; {@code title} says what was asked for. */
    public static String of(ChainGraph graph, Names names, String title) {
        return new SvgWriter().write(ChainScene.of(graph, names, title));
    }
}
