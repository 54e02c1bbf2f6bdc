package kubenat.render.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Disc;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Point;
import kubenat.render.picture.Scene;
import kubenat.render.picture.Shape;
import kubenat.render.picture.Text;
import kubenat.render.picture.Tones;
import kubenat.render.picture.Wire;
import org.junit.jupiter.api.Test;

class PngWriterTest {
    private static final int WHITE = 0xffffff;
    private static final int TEAL = 0x0d9488;
    private static final Box BAR =
            new Box(new Area(10, 20, 30, 40), Box.Corners.SHARP, Paint.ENDPOINT_BAR, "", List.of());

    @Test
    void aBoxCoversItsPixelsAndNoOthers() throws IOException {
        BufferedImage image = read(bytes(1, Tones.READERS, BAR));

        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(colour(image, 10, 20)).isEqualTo(TEAL);
        assertThat(colour(image, 39, 59)).isEqualTo(TEAL);
        assertThat(List.of(colour(image, 9, 20), colour(image, 10, 19), colour(image, 40, 59), colour(image, 39, 60)))
                .containsOnly(WHITE);
    }

    @Test
    void scaleMakesMorePixels() throws IOException {
        BufferedImage image = read(bytes(2.5, Tones.LIGHT, BAR));

        assertThat(image.getWidth()).isEqualTo(250);
        assertThat(colour(image, 25, 50)).isEqualTo(TEAL);
        assertThat(colour(image, 24, 50)).isEqualTo(WHITE);
        assertThat(colour(image, 99, 149)).isEqualTo(TEAL);
    }

    @Test
    void aPixelCoveredInPartIsMixed() throws IOException {
        Box box = new Box(new Area(10.5, 10, 20, 20), Box.Corners.SHARP, Paint.PACKET, "", List.of());
        BufferedImage image = read(bytes(1, Tones.LIGHT, box));

        assertThat(colour(image, 10, 15)).isEqualTo(0x878b95);
        assertThat(colour(image, 11, 15)).isEqualTo(0x0f172a);
    }

    @Test
    void darkTonesAreDark() throws IOException {
        BufferedImage image = read(bytes(1, Tones.DARK, BAR));

        assertThat(colour(image, 0, 0)).isEqualTo(0x0b1220);
    }

    @Test
    void circlesAndLinesCoverWhatGeometrySays() throws IOException {
        Disc disc = new Disc(new Point(50, 50), 30, Paint.PACKET, Paint.TEXT, "");
        Wire line = new Wire(
                List.of(new Point(10, 15), new Point(90, 75)),
                Wire.Bend.CORNERS,
                false,
                Paint.STEP_WIRE,
                Paint.CLEAR,
                "");
        Wire dashes = new Wire(line.points(), line.bend(), true, Paint.STEP_WIRE, Paint.CLEAR, "");

        assertThat(covered(disc, 0x0f172a)).isCloseTo(Math.PI * 900, within(8.0));
        assertThat(covered(line, 0x2563eb)).isCloseTo(100 * 2.5, within(3.0));
        assertThat(covered(dashes, 0x2563eb)).isCloseTo(56 * 2.5, within(3.0));
    }

    @Test
    void stripesLeaveNoSeams() throws IOException {
        Box tall = new Box(new Area(10, 0, 80, 3000), Box.Corners.SHARP, Paint.ENDPOINT_BAR, "", List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngWriter(7, Tones.LIGHT).write(new Scene("tall", "", 100, 3000, List.of(tall)), out);
        BufferedImage image = read(out.toByteArray());

        assertThat(IntStream.range(0, image.getHeight()).map(y -> colour(image, 350, y)))
                .containsOnly(TEAL);
    }

    @Test
    void wordsAboutThePictureAreInTheFile() throws IOException {
        String file = new String(bytes(1, Tones.LIGHT, BAR), StandardCharsets.UTF_8);

        assertThat(file).contains("iTXtTitle\0\0\0en\0\0a title → x", "iTXtDescription\0\0\0en\0\0what it says");
    }

    @Test
    void sameSceneSameBytes() throws IOException {
        Text text = Text.of(10, 40, Face.HEADING, Paint.TEXT, "KUBE-SVC 名前 50 %");

        assertThat(bytes(1, Tones.LIGHT, text)).isEqualTo(bytes(1, Tones.LIGHT, text));
    }

    @Test
    void refusesWhatNobodyCanOpen() {
        Scene scene = new Scene("large", "", 10_000, 20_000, List.of());

        assertThatThrownBy(() -> new PngWriter(2, Tones.LIGHT).write(scene, new ByteArrayOutputStream()))
                .isInstanceOf(TooLargeException.class)
                .matches(large -> ((TooLargeException) large).fittingScale() == 0.7)
                .matches(large -> ((TooLargeException) large).words().contains(" 20,000 x 40,000 pixels"));
    }

    /** How many pixels are covered, those in part counted so. */
    private static double covered(Shape shape, int colour) throws IOException {
        BufferedImage image = read(bytes(1, Tones.LIGHT, shape));
        double sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                sum += (WHITE >> 16) - (colour(image, x, y) >> 16);
            }
        }
        return sum / ((WHITE >> 16) - (colour >> 16));
    }

    private static byte[] bytes(double scale, Tones tones, Shape... shapes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngWriter(scale, tones).write(new Scene("a title → x", "what it says", 100, 100, List.of(shapes)), out);
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int colour(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }
}
