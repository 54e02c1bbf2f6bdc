package kubenat.render.raster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Scene;
import kubenat.render.picture.Tones;

/** Writes scenes as PNG files, a stripe of rows at a time, so that large ones take little memory. */
public final class PngWriter {
    /** Beyond this what shows pictures gives up, or takes gigabytes. */
    private static final double MOST_PIXELS = 1e8;

    private static final int STRIPE = 1 << 20;

    private final double scale;
    private final Tones tones;

    /** {@code scale} is how many pixels stand for one point of the picture. */
    public PngWriter(double scale, Tones tones) {
        this.scale = scale;
        this.tones = tones;
    }

    /** Fails if the picture would be too large. */
    public void check(Scene scene) {
        double width = width(scene);
        double height = height(scene);
        if (width * height > MOST_PIXELS) {
            throw new TooLargeException(width, height, scale * Math.sqrt(MOST_PIXELS / width / height));
        }
    }

    private int width(Scene scene) {
        return (int) Math.ceil(scene.width() * scale);
    }

    private int height(Scene scene) {
        return (int) Math.ceil(scene.height() * scale);
    }

    public void write(Scene scene, OutputStream out) throws IOException {
        check(scene);
        PngFile file = new PngFile(out, width(scene), height(scene));
        file.scale(scale);
        file.text("Title", scene.title());
        file.text("Description", scene.description());
        stripes(Patches.of(scene, scale, tones), width(scene), height(scene), file);
        file.end();
    }

    private void stripes(List<Patch> patches, int width, int height, PngFile file) throws IOException {
        int rows = Math.max(1, Math.min(height, STRIPE / width));
        int[] pixels = new int[rows * width];
        int background = Patches.number(tones.of(Paint.BACKGROUND).fill());
        Coverage coverage = new Coverage(width, rows);
        for (int top = 0; top < height; top += rows) {
            Arrays.fill(pixels, background);
            for (Patch patch : patches) {
                if (patch.bottom() > top && patch.top() < top + rows) {
                    coverage.add(patch.outline().get(), top);
                    coverage.paint(patch.colour(), pixels);
                }
            }
            for (int row = 0; row < rows && top + row < height; row++) {
                file.row(pixels, row * width);
            }
        }
    }
}
