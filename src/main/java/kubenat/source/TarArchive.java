package kubenat.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tools.tar.TarEntry;
import org.apache.tools.tar.TarInputStream;

/** Reads the files of a tar archive, packed ones too. Archives within are not opened. */
final class TarArchive {
    /** Where the header of the first file says that it is one, in all that tar has written since POSIX.1-1988. */
    private static final int MAGIC_AT = 257;

    private static final byte[] MAGIC = {'u', 's', 't', 'a', 'r'};

    private final String name;
    private final List<SourceText> texts = new ArrayList<>();
    private final List<SourceFiles.Skipped> skipped = new ArrayList<>();

    private TarArchive(String name) {
        this.name = name;
    }

    static boolean isOne(byte[] head) {
        return head.length >= MAGIC_AT + MAGIC.length
                && java.util.Arrays.equals(head, MAGIC_AT, MAGIC_AT + MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** The files of an archive, which is called {@code name}; a file in it is called {@code name!path}. */
    static SourceFiles read(String name, Bytes bytes) throws DumpException {
        TarArchive archive = new TarArchive(name);
        try (TarInputStream in = new TarInputStream(new BytesInput(bytes), "UTF-8")) {
            for (Optional<TarEntry> entry = next(in); entry.isPresent(); entry = next(in)) {
                archive.add(entry.get(), in);
            }
        } catch (IOException damaged) {
            throw new DumpException(name + ": damaged tar archive", String.valueOf(damaged.getMessage()));
        }
        return new SourceFiles(archive.texts, archive.skipped, true);
    }

    /** The library throws these of headers that are damaged, and of an archive that ends after the first part of one. */
    private static Optional<TarEntry> next(TarInputStream in) throws IOException {
        try {
            return Optional.ofNullable(in.getNextEntry());
        } catch (IllegalArgumentException | NullPointerException damaged) {
            throw new IOException("the header of a file cannot be read", damaged);
        }
    }

    private void add(TarEntry entry, TarInputStream in) throws IOException {
        String path = path(entry);
        if (entry.isDirectory()) {
            return;
        }
        if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink() || !in.canReadEntryData(entry)) {
            skip(path, "no plain file");
            return;
        }
        try {
            SourceFiles files = Unpacking.files(name + "!" + path, new Unclosed(in));
            if (files.isArchive()) {
                skip(path, "an archive itself");
            } else {
                texts.addAll(files.texts());
            }
        } catch (DumpException noText) {
            String message = String.valueOf(noText.getMessage());
            skip(path, message.substring(message.lastIndexOf(": ") + 2).replaceAll("^is |, not a dump$", ""));
        }
    }

    /** What would move the cursor of a terminal is shown as one sign. */
    private static String path(TarEntry entry) {
        return entry.getName().replaceFirst("^(?:\\./)+", "").replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private void skip(String path, String why) {
        skipped.add(new SourceFiles.Skipped(path, why));
    }

    /** The archive's stream, which goes on after a file in it has been read. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The next file comes from the same stream.
        }
    }
}
