package kubenat.render.lint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name of a dump as a URI (RFC 3986): relative, so that it is found wherever the files lie, or {@code file:}. */
final class DumpUri {
    private static final String PLAIN = "-._~/";

    private DumpUri() {}

    static String of(String dump) {
        StringBuilder uri = new StringBuilder(dump.startsWith("/") ? "file://" : "");
        for (byte b : relative(dump).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            uri.append(
                    letter || PLAIN.indexOf(c) >= 0
                            ? String.valueOf(c)
                            : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return uri.toString();
    }

    /** The path without {@code ./} before it. */
    static String relative(String dump) {
        return dump.startsWith("./") ? relative(dump.substring(2)) : dump;
    }
}
