package kubenat.parse;

/**
 * The text of {@code options.tsv}. In the jar there is another class of this name, which the build has written: to look for a file
 * in a jar takes a start longer than to read what is in it.
 */
final class PackagedLines {
    private PackagedLines() {}

    /** The text, or none where only the file has it. */
    static String text() {
        return "";
    }
}
