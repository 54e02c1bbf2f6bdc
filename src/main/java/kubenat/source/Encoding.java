package kubenat.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A way in which a dump may be wrapped, known by its first bytes. One more is one more line in {@link #ALL}.
 *
 * @param name what a person calls it
 * @param magic the first bytes, in hexadecimal
 */
record Encoding(String name, String magic, Opener opener) {
    /** Turns wrapped bytes into the dump's own. */
    @FunctionalInterface
    interface Opener {
        InputStream open(InputStream wrapped) throws IOException;
    }

    /** Memory that an xz file may ask for: what {@code xz -9} makes needs 65 MiB. */
    private static final int MOST_KIB = 256 * 1024;

    static final List<Encoding> ALL = List.of(
            new Encoding("gzip", "1f8b", GZIPInputStream::new),
            new Encoding("xz", "fd377a585a00", wrapped -> new XZInputStream(wrapped, MOST_KIB)),
            new Encoding("zstd", "28b52ffd", Zstandard::open),
            // A frame to be skipped, with which what pzstd writes begins.
            new Encoding("zstd", "502a4d18", Zstandard::open),
            // What "iptables-save > file" writes in a PowerShell window on the way to the node.
            new Encoding("UTF-16 text", "fffe", wrapped -> utf8(wrapped, StandardCharsets.UTF_16)),
            new Encoding("UTF-16 text", "feff", wrapped -> utf8(wrapped, StandardCharsets.UTF_16)));

    /** The wrapping that these first bytes of an input show. */
    static Optional<Encoding> of(byte[] head) {
        for (Encoding encoding : ALL) {
            if (FileKind.startsWith(head, encoding.magic())) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    private static InputStream utf8(InputStream wrapped, Charset charset) throws IOException {
        String text = new String(wrapped.readAllBytes(), charset);
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
