package kubenat.render;

/**
 * How text looks where a person reads it: colours by role, and lines drawn with Unicode or with ASCII.
 *
 * @param colour whether escape sequences are written (ECMA-48 SGR)
 * @param ascii whether only ASCII is written
 * @param width the columns that a line may take
 */
public record Theme(boolean colour, boolean ascii, int width, Links links) {
    /** Neither colours nor anything that a person set; what goes to files and pipes. */
    public static final Theme PLAIN = new Theme(false, false);

    /** As wide as may be, and without links. */
    public Theme(boolean colour, boolean ascii) {
        this(colour, ascii, Integer.MAX_VALUE, Links.NONE);
    }

    /** What a piece of text stands for. The first digits are the SGR parameters. */
    public enum Role {
        /** Headings and the result. */
        STRONG("1"),
        /** A Service. */
        SERVICE("35"),
        /** An endpoint. */
        ENDPOINT("36"),
        /** Marks and source NAT. */
        MARK("33"),
        /** What is dropped, rejected or missing. */
        PROBLEM("31"),
        /** What somebody only looks up. */
        QUIET("2"),
        /** Anything else. */
        NORMAL("");

        private final String sgr;

        Role(String sgr) {
            this.sgr = sgr;
        }
    }

    /** The text in the colour of its role. */
    public String paint(Role role, String text) {
        return colour && !role.sgr.isEmpty() && !text.isEmpty()
                ? "\u001b[" + role.sgr + "m" + text + "\u001b[0m"
                : text;
    }

    /** A cell in its colour, and as a link to its line of a dump (OSC 8), where one can follow it. */
    String paint(Cell cell) {
        String text = paint(cell.role(), cell.text());
        String address = cell.spot().map(links::to).orElse("");
        return address.isEmpty() ? text : "\u001b]8;;" + address + "\u001b\\" + text + "\u001b]8;;\u001b\\";
    }

    /**
     * The text without what a dump may hold to move the cursor, set colours or turn the reading direction; where only ASCII is to be
     * written, also with the characters that we draw with replaced.
     */
    public String plain(String text) {
        boolean isPlain = true;
        for (int i = 0; i < text.length() && isPlain; i++) {
            char c = text.charAt(i);
            isPlain = c >= ' ' && c < 0x7f || c == '\n';
        }
        return isPlain ? text : shown(text);
    }

    /** A loop, as every word of an answer goes through it. */
    private String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            int sound = c == '\n' ? c : Sound.character(c);
            if (ascii) {
                shown.append(inAscii(sound));
            } else {
                shown.appendCodePoint(sound);
            }
        }
        return shown.toString();
    }

    private static String inAscii(int c) {
        return switch (c) {
            case '→' -> "->";
            case '└' -> "`";
            case '├' -> "|";
            case '│' -> "|";
            case '─' -> "-";
            case '…' -> "...";
            case '–' -> "-";
            case '·' -> "-";
            case '×' -> "x";
            default -> c < 128 ? Character.toString(c) : "?";
        };
    }
}
