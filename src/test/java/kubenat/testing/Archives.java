package kubenat.testing;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.tools.tar.TarEntry;
import org.apache.tools.tar.TarOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Files packed in every way that is read. */
public final class Archives {
    private Archives() {}

    /** Something that packs what is written to it. */
    @FunctionalInterface
    private interface Packer {
        OutputStream open(OutputStream out) throws IOException;
    }

    /** {@code how} is gz, xz, zst, or anything else for none. */
    public static byte[] packed(String how, byte[] content) {
        return switch (how) {
            case "gz" -> packed(content, GZIPOutputStream::new);
            case "xz" -> packed(content, out -> new XZOutputStream(out, new LZMA2Options()));
            case "zst" -> packed(content, ZstdOutputStream::new);
            default -> content;
        };
    }

    private static byte[] packed(byte[] content, Packer packer) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packer.open(packed)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** A tar archive of files; a name that ends in a slash is a folder's. */
    public static byte[] tar(Map<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarOutputStream out = new TarOutputStream(packed, "UTF-8")) {
            out.setLongFileMode(TarOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarEntry entry = new TarEntry(file.getKey());
                entry.setSize(file.getValue().length);
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
