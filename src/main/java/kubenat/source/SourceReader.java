package kubenat.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads dumps: large plain files are mapped; small and compressed ones and standard input are read into memory. */
public final class SourceReader {
    /** The name that stands for standard input. */
    public static final String DASH = "-";

    private static final int HEAD = 8192;

    /** Smaller files are read: to map one takes longer. */
    private static final long WORTH_MAPPING = 1 << 20;

    private static final int MAPPED_SHIFT = 30;
    private static final int HEAP_SHIFT = 22;

    private final InputStream standardInput;

    public SourceReader(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** Reads a file, or standard input for {@code -}; the exception's message is one line that names the input. */
    public SourceText read(String name) throws DumpException {
        return name.equals(DASH) ? readStandardInput() : readFile(name);
    }

    private SourceText readStandardInput() throws DumpException {
        try {
            return checked(SourceText.STDIN, load(SourceText.STDIN, standardInput));
        } catch (IOException e) {
            throw unreadable(SourceText.STDIN, e);
        }
    }

    private SourceText readFile(String name) throws DumpException {
        Path path = existing(name);
        try {
            byte[] head = head(path);
            return checked(name, isWorthMapping(path, head) ? map(path) : load(name, path));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static Path existing(String name) throws DumpException {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new DumpException(name + ": is a directory", "give the dump files in it, one by one");
            }
            if (!Files.exists(path)) {
                throw missing(name, path);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new DumpException(name + ": is not a file name");
        }
    }

    private static DumpException missing(String name, Path path) {
        Optional<Path> near = NearMiss.of(path);
        return new DumpException(
                name + ": no such file", near.map("did you mean %s?"::formatted).orElse(""));
    }

    private static DumpException unreadable(String name, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new DumpException(name + ": permission denied");
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new DumpException(
                name + ": cannot be read: " + reason.lines().findFirst().orElse(""));
    }

    private static byte[] head(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    /** Pipes and devices cannot be mapped, nor can what must be unwrapped first. */
    private static boolean isWorthMapping(Path path, byte[] head) throws IOException {
        return Files.isRegularFile(path) && Encoding.of(head).isEmpty() && Files.size(path) >= WORTH_MAPPING;
    }

    private static Bytes map(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long length = channel.size();
            List<ByteBuffer> segments = new ArrayList<>();
            for (long start = 0; start < length; start += 1L << MAPPED_SHIFT) {
                // A word that begins in one segment may end in the next one.
                long size = Math.min(length - start, (1L << MAPPED_SHIFT) + Long.BYTES);
                segments.add(channel.map(FileChannel.MapMode.READ_ONLY, start, size));
            }
            return Bytes.of(segments, MAPPED_SHIFT, length);
        }
    }

    private static Bytes load(String name, Path path) throws IOException, DumpException {
        try (InputStream in = Files.newInputStream(path)) {
            return load(name, in);
        }
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

    private static SourceText checked(String name, Bytes bytes) throws DumpException {
        if (bytes.length() == 0) {
            throw new DumpException(name + ": is empty", "a dump is what iptables-save or iptables -S prints");
        }
        byte[] head = bytes.copy(0, Math.min(HEAD, bytes.length()));
        if (FileKind.isBinary(head)) {
            throw new DumpException("%s: is %s, not a dump".formatted(name, FileKind.of(Arrays.copyOf(head, 16))));
        }
        return new SourceText(name, bytes);
    }
}
