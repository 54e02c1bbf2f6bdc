package kubenat.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Unwraps what is read, and refuses what is no text. */
final class Unpacking {
    /** As much of a file as tells what it is. */
    static final int HEAD = 8192;

    private static final int HEAP_SHIFT = 22;

    private Unpacking() {}

    /** What comes out of a stream, unwrapped. */
    static SourceFiles files(String name, InputStream in) throws IOException, DumpException {
        return files(name, load(name, in));
    }

    /** What bytes hold that are unwrapped already. */
    static SourceFiles files(String name, Bytes bytes) throws DumpException {
        if (bytes.length() == 0) {
            throw new DumpException(name + ": is empty", "a dump is what iptables-save or iptables -S prints");
        }
        byte[] head = bytes.copy(0, Math.min(HEAD, bytes.length()));
        if (TarArchive.isOne(head)) {
            return TarArchive.read(name, bytes);
        }
        if (FileKind.isBinary(head)) {
            throw new DumpException("%s: is %s, not a dump".formatted(name, FileKind.of(Arrays.copyOf(head, 16))));
        }
        return SourceFiles.of(new SourceText(name, bytes));
    }

    private static Bytes load(String name, InputStream in) throws IOException, DumpException {
        byte[] head = in.readNBytes(HEAD);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        Optional<Encoding> encoding = Encoding.of(head);
        if (encoding.isEmpty()) {
            return segments(whole);
        }
        try {
            return segments(encoding.get().opener().open(whole));
        } catch (IOException e) {
            throw new DumpException(
                    "%s: damaged %s".formatted(name, encoding.get().name()), String.valueOf(e.getMessage()));
        }
    }

    private static Bytes segments(InputStream in) throws IOException {
        List<ByteBuffer> segments = new ArrayList<>();
        long length = 0;
        while (true) {
            byte[] segment = in.readNBytes(1 << HEAP_SHIFT);
            if (segment.length > 0 || segments.isEmpty()) {
                segments.add(ByteBuffer.wrap(segment));
                length += segment.length;
            }
            if (segment.length < 1 << HEAP_SHIFT) {
                return Bytes.of(segments, HEAP_SHIFT, length);
            }
        }
    }
}
