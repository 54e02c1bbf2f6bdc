package kubenat.render.path;

import kubenat.render.Answer;
import kubenat.render.picture.SvgWriter;

/** Draws a trace as SVG: where packets come in, which Service chooses, to which endpoints they go, and how they leave. */
public final class PathSvg {
    private PathSvg() {}

    /** The whole file. */
    public static String of(Answer answer) {
        return new SvgWriter().write(PathScene.of(answer));
    }
}
