package kubenat.parse;

/**
 * One word of a line.
 *
 * @param text the word without its quotes and escapes
 * @param column where it begins in the line, from 1
 * @param length its length in the line, quotes and all
 */
record Item(Kind kind, String text, int column, int length) {
    private static final int LONGEST_IN_MESSAGE = 60;

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

    /** No word: the beginning of the line. */
    static Item nothing() {
        return new Item(Kind.WORD, "", 1, 0);
    }

    /** Several words as one, as they stand in the line. */
    static Item spanning(String line, Item first, Item last) {
        String text = line.substring(first.column() - 1, last.end() - 1);
        return new Item(Kind.WORD, text, first.column(), text.length());
    }

    /** A word for use in a message: what is long is cut, since the span shows where it stands. */
    static String brief(String text) {
        return text.length() <= LONGEST_IN_MESSAGE ? text : text.substring(0, LONGEST_IN_MESSAGE) + "…";
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
