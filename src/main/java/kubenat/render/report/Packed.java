package kubenat.render.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Text as gzip in base64, which a browser unpacks by itself (DecompressionStream, in all of them since 2023). */
final class Packed {
    private Packed() {}

    /** What writes the text. */
    interface Text {
        void write(Writer out) throws IOException;
    }

    /** What is written, packed as it comes. */
    static String of(Text text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            text.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
