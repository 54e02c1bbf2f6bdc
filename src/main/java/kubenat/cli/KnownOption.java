package kubenat.cli;

/**
 * What to do with an option, or with the words that belong to none, once picocli's annotations have been read: which member
 * of which object of the command it sets, and how.
 *
 * @param holder the field of the command that holds the object, or {@link #COMMAND}
 * @param conversion the class that reads the value: {@link String}, {@link java.nio.file.Path}, a number, an enum, or picocli's converter
 * @param isSplit whether commas part several values
 */
record KnownOption(Kind kind, String holder, String member, String conversion, boolean isSplit) {
    /** The holder, where it is the command itself. */
    static final String COMMAND = ".";

    /** In place of an option's name, for the words that belong to no option. */
    static final String WORDS = "*";

    /** What its member is. */
    enum Kind {
        /** A method that takes the value. */
        CALL,
        /** A boolean, true if the option is given. */
        FLAG,
        /** A field that holds the value. */
        VALUE,
        /** A field that holds an {@link java.util.Optional}. */
        OPTIONAL,
        /** A field that holds a list, to which each value is added. */
        LIST
    }

    /** Reads what {@link #toString} prints. */
    static KnownOption read(String text) {
        String[] words = text.split(" ", -1);
        return new KnownOption(Kind.valueOf(words[0]), words[1], words[2], words[3], Boolean.parseBoolean(words[4]));
    }

    @Override
    public String toString() {
        return String.join(" ", kind.name(), holder, member, conversion, Boolean.toString(isSplit));
    }
}
