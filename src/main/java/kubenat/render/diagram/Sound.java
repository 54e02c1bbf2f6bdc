package kubenat.render.diagram;

/** Characters that can stand in any text format; the others, such as control characters, are shown as U+FFFD. */
final class Sound {
    private static final int REPLACEMENT = 0xfffd;

    private Sound() {}

    static int character(int c) {
        boolean plain = c >= 0x20 && c < 0x7f || c >= 0xa0 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd;
        return plain || c >= 0x10000 ? c : REPLACEMENT;
    }
}
