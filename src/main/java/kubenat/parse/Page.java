package kubenat.parse;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kubenat.source.Diagnostic;

/** A piece of a printed dump, and what was found wrong with the lines that it is made of. */
final class Page {
    private static final int CHUNK = 8192;

    private final StringBuilder text = new StringBuilder(CHUNK);
    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<String, Diagnostic> missing = new LinkedHashMap<>();
    private int lines;

    void line(String line) {
        text.append(line).append('\n');
        lines++;
    }

    void report(Diagnostic problem) {
        found.add(problem);
    }

    /** A chain that a rule leads to and the dump does not have; said once for all rules. */
    void missing(String chain, Diagnostic said) {
        missing.putIfAbsent(chain, said);
    }

    /** How many lines it has. */
    int lines() {
        return lines;
    }

    /** Writes and reports all of it, and is empty then; {@code known} are the missing chains that pages before have named. */
    void writeTo(PrintWriter out, Consumer<Diagnostic> reported, Set<String> known) {
        char[] chunk = new char[Math.min(CHUNK, text.length())];
        for (int from = 0; from < text.length(); from += CHUNK) {
            int length = Math.min(CHUNK, text.length() - from);
            text.getChars(from, from + length, chunk, 0);
            out.write(chunk, 0, length);
        }
        found.forEach(reported);
        missing.forEach((chain, said) -> {
            if (known.add(chain)) {
                reported.accept(said);
            }
        });
        text.setLength(0);
        found.clear();
        missing.clear();
        lines = 0;
    }
}
