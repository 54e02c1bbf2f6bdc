package kubenat.parse;

/**
 * One word of a line.
 *
 * @param text the word without its quotes and escapes
 * @param column where it begins in the line, from 1
 * @param length its length in the line, quotes and all
 */
record Item(Kind kind, String text, int column, int length) {
    /** What a word looks like; what it is depends on the option before it. */
    enum Kind {
        /** A lone exclamation mark. */
        NOT,
        /** A word that begins like an option, with one hyphen or two and a letter. */
        OPTION,
        /** Any other word, quoted or not. */
        WORD,
        /** A word whose quote is never closed. */
        UNCLOSED
    }

    /** The column after the last character. */
    int end() {
        return column + length;
    }

    @Override
    public String toString() {
        return text;
    }
}
