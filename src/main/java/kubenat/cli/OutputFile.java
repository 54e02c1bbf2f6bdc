package kubenat.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes files that the user names. */
final class OutputFile {
    private OutputFile() {}

    /** Gives the writer, and sees that all of it arrives. */
    static void write(Path file, Consumer<PrintWriter> content) {
        try (PrintWriter out = StandardOutput.over(Files.newOutputStream(file))) {
            content.accept(out);
        } catch (IOException unwritten) {
            throw new OutputException(new IOException(file + ": " + reason(file, unwritten), unwritten));
        }
    }

    /** The same for what is not text. */
    static void writeBytes(Path file, BinaryOutput content) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.to(out);
        } catch (IOException unwritten) {
            throw new OutputException(new IOException(file + ": " + reason(file, unwritten), unwritten));
        }
    }

    /** Why a file or folder was not written, without its name. */
    static String reason(Path file, IOException unwritten) {
        if (unwritten instanceof NoSuchFileException) {
            return "its folder is not there";
        }
        if (unwritten instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (unwritten instanceof FileSystemException named && named.getReason() != null) {
            return Files.isDirectory(file) && named.getReason().equals("Is a directory")
                    ? "is a directory"
                    : named.getReason();
        }
        return "" + unwritten.getMessage();
    }
}
