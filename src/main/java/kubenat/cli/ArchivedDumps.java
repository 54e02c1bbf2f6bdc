package kubenat.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import kubenat.parse.DumpReader;
import kubenat.source.DumpException;
import kubenat.source.SourceFiles;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;

/** The dumps in an archive, which may hold other files of the node too. */
record ArchivedDumps(String name, SourceFiles files) {
    private static final int MOST_NAMED = 8;

    /** The texts that are dumps; what is left out is named. */
    List<SourceText> dumps(PrintWriter err) throws DumpException {
        List<SourceText> dumps = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (SourceText text : files.texts()) {
            if (DumpReader.isDump(text)) {
                dumps.add(text);
            } else {
                others.add(text.name().substring(title().length() + 1));
            }
        }
        files.skipped().forEach(file -> others.add(file.name() + " (" + file.why() + ")"));
        if (dumps.isEmpty()) {
            throw new DumpException(
                    "%s: there is no dump in this archive".formatted(title()),
                    others.isEmpty() ? "it is empty" : "it has " + words(others));
        }
        if (!others.isEmpty()) {
            err.print("kube-nat: %s: no dumps, and not read: %s\n".formatted(title(), words(others)));
        }
        return dumps;
    }

    private String title() {
        return name.equals(SourceReader.DASH) ? SourceText.STDIN : name;
    }

    private static String words(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() <= MOST_NAMED ? first : "%s and %,d more".formatted(first, names.size() - MOST_NAMED);
    }
}
