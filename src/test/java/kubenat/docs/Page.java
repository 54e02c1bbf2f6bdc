package kubenat.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown page of the repository; a {@code console} block of it holds commands, each after "$ ", and what they print. */
record Page(Path path, String text) {
    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\n((?:(?!\\$ ).*\n)*)");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)|(?:src|srcset|href)=\"([^\"#:]+)\"");

    /** All pages but those of the code's own folders. */
    static Stream<Page> all() throws IOException {
        List<Path> folders = List.of(Path.of("samples"), Path.of("docs"), Path.of("grammar"));
        try (Stream<Path> top = Files.list(Path.of(""))) {
            List<Path> paths = Stream.concat(top, folders.stream().flatMap(Page::below))
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return paths.stream().map(Page::read);
        }
    }

    static Page read(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The page's text with each console command followed by what {@code shell} prints for it. */
    String rewritten(UnaryOperator<String> shell) {
        return CONSOLE.matcher(text)
                .replaceAll(block -> "```console\n" + quoted(answers(block.group(1), shell)) + "```");
    }

    private static String answers(String block, UnaryOperator<String> shell) {
        return COMMAND.matcher(block)
                .replaceAll(command -> quoted("$ " + command.group(1) + "\n" + shell.apply(command.group(1))));
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    /** The files that the page links to, seen from the repository's root. */
    Stream<Path> links() {
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .map(link -> folder.resolve(link).normalize());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
