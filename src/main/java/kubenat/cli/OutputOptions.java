package kubenat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import kubenat.render.Links;
import kubenat.render.Theme;
import picocli.CommandLine.Option;

/** Where the answer goes and how it looks. */
final class OutputOptions {
    /** When colours are written. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(names = "--output-file", paramLabel = "FILE", order = 91, description = "Write to a file instead.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = {"--color", "--colour"},
            paramLabel = "WHEN",
            order = 92,
            description = "auto (default: on a terminal, unless NO_COLOR is set), always or never.")
    private Colour colour = Colour.AUTO;

    @Option(names = "--ascii", order = 93, description = "Write ASCII only.")
    private boolean ascii;

    /** As if {@code --output-file} had named the file. */
    static OutputOptions to(Path file) {
        OutputOptions output = new OutputOptions();
        output.file = Optional.of(file);
        return output;
    }

    boolean hasFile() {
        return file.isPresent();
    }

    /** Whether the answer goes to a terminal. */
    boolean isTerminal(Streams streams) {
        return streams.isTerminal() && file.isEmpty();
    }

    Theme theme(Streams streams) {
        if (!isTerminal(streams)) {
            return new Theme(colour == Colour.ALWAYS, ascii);
        }
        Terminal terminal = Terminal.of(System.getenv());
        boolean isColoured = colour == Colour.ALWAYS || colour == Colour.AUTO && !terminal.isSimple();
        return new Theme(isColoured, ascii, terminal.columns(), isColoured && !ascii ? terminal.links() : Links.NONE);
    }

    /** The same for an answer that is not text. */
    void writeBytes(Streams streams, BinaryOutput answer) {
        if (file.isPresent()) {
            OutputFile.writeBytes(file.get(), answer);
            return;
        }
        try {
            answer.to(streams.bytes());
            streams.bytes().flush();
        } catch (IOException failure) {
            throw new OutputException(failure);
        }
    }

    /** Gives the writer that the answer goes to, and sees that all of it arrives. */
    void write(Streams streams, Consumer<PrintWriter> answer) {
        if (file.isEmpty()) {
            answer.accept(streams.out());
            streams.out().flush();
            return;
        }
        OutputFile.write(file.get(), answer);
    }
}
