package kubenat.render.picture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a scene as one SVG file that needs nothing beside it. The light theme stands in the elements themselves; a style sheet
 * has the dark one, so that what knows no style sheets draws the light one.
 */
public final class SvgWriter {
    private final Tones tones;

    public SvgWriter() {
        this(Tones.READERS);
    }

    /** With {@link Tones#READERS} the reader's preference decides, else there is no style sheet. */
    public SvgWriter(Tones tones) {
        this.tones = tones;
    }

    public String write(Scene scene) {
        return write(scene, tones == Tones.READERS);
    }

    /** For a page that has the style sheet of {@link #pageStyle} itself, so that its policy need not allow any other. */
    public String writeForPage(Scene scene) {
        return write(scene, false);
    }

    private String write(Scene scene, boolean styled) {
        boolean mono = isMostlyMono(scene.shapes());
        SvgShapes shapes = new SvgShapes(mono, tones);
        Area page = new Area(0, 0, scene.width(), scene.height());
        shapes.write(new Box(page, Box.Corners.SHARP, Paint.BACKGROUND, "", List.of()));
        scene.shapes().forEach(shapes::write);
        return root(scene, mono).open() + "\n"
                + new Tag("title").with("id", "kn-title").around(scene.title()) + "\n"
                + new Tag("desc").with("id", "kn-description").around(scene.description()) + "\n"
                + (styled ? style(shapes.used()) : "")
                + shapes
                + "</svg>\n";
    }

    private static Tag root(Scene scene, boolean mono) {
        String width = Coordinate.of(scene.width());
        String height = Coordinate.of(scene.height());
        return new Tag("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + width + " " + height)
                .with("width", width)
                .with("height", height)
                .with("role", "img")
                .with("aria-labelledby", "kn-title kn-description")
                .with("lang", "en")
                .with("font-family", mono ? SvgShapes.MONO : SvgShapes.SANS);
    }

    private static String style(Set<Paint> used) {
        String dark = used.stream().map(SvgWriter::rule).collect(Collectors.joining());
        return "<style>@media screen and (prefers-color-scheme:dark){" + dark + "}@media print{."
                + Paint.BACKGROUND.cssClass() + "{fill:none}}</style>\n";
    }

    /** The dark theme of all pictures below the elements that {@code selector} selects. */
    public static String pageStyle(String selector) {
        return Stream.of(Paint.values())
                .map(paint -> selector + " " + rule(paint) + "\n")
                .collect(Collectors.joining());
    }

    private static String rule(Paint paint) {
        Paint.Tone dark = paint.dark();
        String stroke = dark.stroke().equals("none") ? "" : ";stroke:" + dark.stroke();
        return "." + paint.cssClass() + "{fill:" + dark.fill() + stroke + "}";
    }

    private static boolean isMostlyMono(List<Shape> shapes) {
        long[] counts = new long[2];
        shapes.forEach(shape -> count(shape, counts));
        return counts[1] > counts[0];
    }

    private static void count(Shape shape, long[] counts) {
        if (shape instanceof Text text) {
            counts[text.face().mono() ? 1 : 0]++;
        } else if (shape instanceof Box box) {
            box.inside().forEach(inside -> count(inside, counts));
        }
    }
}
