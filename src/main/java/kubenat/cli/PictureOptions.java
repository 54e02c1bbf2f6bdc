package kubenat.cli;

import java.util.Optional;
import kubenat.render.picture.Tones;
import picocli.CommandLine.Option;

/** How pictures look. */
final class PictureOptions {
    private static final double USUAL_SCALE = 2;
    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 20;

    /** Whose colours: see {@link Tones}. */
    enum PictureTheme {
        AUTO(Tones.READERS),
        LIGHT(Tones.LIGHT),
        DARK(Tones.DARK);

        private final Tones tones;

        PictureTheme(Tones tones) {
            this.tones = tones;
        }
    }

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            order = 21,
            description = "light, dark, or auto (default): an svg follows who looks at it, a png is light.")
    private PictureTheme theme = PictureTheme.AUTO;

    @Option(
            names = "--scale",
            paramLabel = "N",
            order = 22,
            description = "Pixels of a png for each point of the picture; default 2, for sharp screens and print.")
    private Optional<Double> scale = Optional.empty();

    /** What lays pictures out. */
    enum Engine {
        OWN,
        DOT
    }

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            order = 23,
            description = "own (default), or dot: an installed Graphviz lays svg and png out.")
    private Engine engine = Engine.OWN;

    boolean isByGraphviz() {
        return engine == Engine.DOT;
    }

    Tones tones() {
        return theme.tones;
    }

    double scale() {
        double wanted = scale.orElse(USUAL_SCALE);
        if (!(wanted >= SMALLEST && wanted <= LARGEST)) {
            throw new UsageException(
                    "--scale " + wanted + ": not from " + SMALLEST + " to " + (int) LARGEST,
                    "2 is for sharp screens, 1 for a small file");
        }
        return wanted;
    }

    /** Complains of options that do nothing for the format. */
    void check(String format, boolean isPixels, boolean isColoured) {
        if (isByGraphviz() && !isColoured) {
            throw new UsageException("--engine dot is for svg and png, not for " + format, "leave --engine out");
        }
        if (isByGraphviz() && theme != PictureTheme.AUTO) {
            throw new UsageException("--engine dot knows no --theme", "leave one of the two out");
        }
        if (scale.isPresent() && !isPixels) {
            throw new UsageException("--scale is for pixels, and " + format + " has none", "-o png has pixels");
        }
        if (theme != PictureTheme.AUTO && !isColoured) {
            throw new UsageException("--theme is for svg and png, not for " + format, "leave --theme out");
        }
    }
}
