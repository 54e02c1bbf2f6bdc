package kubenat.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads dumps: large plain files are mapped; small and compressed ones and standard input are read into memory. */
public final class SourceReader {
    /** The name that stands for standard input. */
    public static final String DASH = "-";

    /** Smaller files are read: to map one takes longer. */
    private static final long WORTH_MAPPING = 1 << 20;

    private static final int MAPPED_SHIFT = 30;

    private final InputStream standardInput;

    public SourceReader(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** Reads a file, or standard input for {@code -}; the exception's message is one line that names the input. */
    public SourceText read(String name) throws DumpException {
        SourceFiles files = open(name);
        if (files.isArchive()) {
            throw new DumpException(
                    (name.equals(DASH) ? SourceText.STDIN : name) + ": is an archive of several files",
                    "unpack it, and give the one that is meant");
        }
        return files.texts().get(0);
    }

    /** The same, but the name may also be that of a tar archive. */
    public SourceFiles open(String name) throws DumpException {
        return name.equals(DASH) ? readStandardInput() : readFile(name);
    }

    private SourceFiles readStandardInput() throws DumpException {
        try {
            return Unpacking.files(SourceText.STDIN, standardInput);
        } catch (IOException e) {
            throw unreadable(SourceText.STDIN, e);
        }
    }

    private SourceFiles readFile(String name) throws DumpException {
        Path path = existing(name);
        try {
            byte[] head = head(path);
            return isWorthMapping(path, head) ? Unpacking.files(name, map(path)) : load(name, path);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static Path existing(String name) throws DumpException {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new DumpException(
                        name + ": is a directory", "give the dump files in it one by one, or a tar archive of it");
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
            return in.readNBytes(Unpacking.HEAD);
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

    private static SourceFiles load(String name, Path path) throws IOException, DumpException {
        try (InputStream in = Files.newInputStream(path)) {
            return Unpacking.files(name, in);
        }
    }
}
