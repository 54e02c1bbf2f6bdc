package kubenat.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Wrong semantics: one text of one source file replaced by another.
 *
 * @param name what is wrong, for people
 * @param file such as {@code trace/TableWalk}
 * @param text as the file has it once; white space counts as one blank
 */
record Mutant(String name, String file, String text, String replacement) {

    String className() {
        return "kubenat." + file.replace('/', '.');
    }

    /** The file's text without the indentation and line breaks of its format, which change with every refactoring around. */
    String source() {
        try {
            return plain(Files.readString(Path.of("src/main/java/kubenat", file + ".java")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Comments to the end of a line would swallow what follows them. */
    private static String plain(String source) {
        return source.replaceAll("(?m)//.*$", "").replaceAll("\\s+", " ").strip();
    }

    /** How often the text is there: once, or the row is out of date. */
    int times() {
        String source = source();
        int times = 0;
        for (int at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) {
            times++;
        }
        return times;
    }

    String mutated() {
        return source().replace(text, replacement);
    }

    @Override
    public String toString() {
        return name;
    }
}
