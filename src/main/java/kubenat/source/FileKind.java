package kubenat.source;

import java.util.HexFormat;
import java.util.List;

/** A kind of file that is no dump, known by its first bytes, so that the message can say what was given. */
record FileKind(String name, String magic) {
    private static final List<FileKind> ALL = List.of(
            new FileKind("a JPEG image", "ffd8ff"),
            new FileKind("a PNG image", "89504e47"),
            new FileKind("a GIF image", "47494638"),
            new FileKind("a PDF document", "25504446"),
            new FileKind("a zip archive", "504b0304"),
            new FileKind("bzip2 data", "425a68"),
            new FileKind("a 7z archive", "377abcaf271c"),
            new FileKind("a program", "7f454c46"),
            new FileKind("a Java class", "cafebabe"),
            new FileKind("an SQLite database", "53514c69746520666f726d6174"));

    private static final FileKind BINARY = new FileKind("binary data", "");

    /** What binary content with these first bytes is, as far as they tell. */
    static String of(byte[] head) {
        return ALL.stream()
                .filter(kind -> startsWith(head, kind.magic()))
                .findFirst()
                .orElse(BINARY)
                .name();
    }

    /** Whether content with these first bytes is no text: known by its magic, or because text holds no NUL. */
    static boolean isBinary(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        for (FileKind kind : ALL) {
            if (startsWith(head, kind.magic())) {
                return true;
            }
        }
        return false;
    }

    static boolean startsWith(byte[] head, String magic) {
        byte[] wanted = HexFormat.of().parseHex(magic);
        return head.length >= wanted.length
                && java.util.Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }
}
