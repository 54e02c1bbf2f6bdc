package kubenat.source;

import java.util.List;

/**
 * What a name stands for: one text, or the texts in an archive.
 *
 * @param skipped files of the archive that are no text
 * @param isArchive whether nobody has named the texts one by one, so that not each of them needs to be a dump
 */
public record SourceFiles(List<SourceText> texts, List<Skipped> skipped, boolean isArchive) {
    public SourceFiles {
        texts = List.copyOf(texts);
        skipped = List.copyOf(skipped);
    }

    static SourceFiles of(SourceText text) {
        return new SourceFiles(List.of(text), List.of(), false);
    }

    /** A file of an archive that is not read, and why. */
    public record Skipped(String name, String why) {}
}
