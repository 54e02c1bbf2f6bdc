package kubenat.cli;

import java.util.stream.Stream;
import kubenat.render.picture.Scene;
import kubenat.render.raster.PngWriter;
import kubenat.render.raster.TooLargeException;

/** A picture that has been drawn and can be written. */
interface Picture {
    void write(OutputOptions output, Streams streams);

    /** One that is text. */
    static Picture of(String text) {
        return (output, streams) -> output.write(streams, out -> out.print(text));
    }

    /** One that is text, in pieces. */
    static Picture of(Stream<String> pieces) {
        return (output, streams) -> output.write(streams, out -> pieces.forEach(out::print));
    }

    /** One in pixels. */
    static Picture png(Scene scene, PictureOptions look) {
        PngWriter writer = new PngWriter(look.scale(), look.tones());
        try {
            writer.check(scene);
        } catch (TooLargeException large) {
            throw new UsageException(large.words(), "-o svg has no limit; --scale " + large.fittingScale() + " fits");
        }
        return (output, streams) -> output.writeBytes(streams, out -> writer.write(scene, out));
    }
}
