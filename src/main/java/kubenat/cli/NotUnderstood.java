package kubenat.cli;

import java.util.List;

/** What is said of lines of a listing that are not of its kind. */
final class NotUnderstood {
    private NotUnderstood() {}

    static void say(String file, List<Integer> lines, String what, Streams streams) {
        if (!lines.isEmpty()) {
            String more = lines.size() == 1 ? "" : ", and %,d more".formatted(lines.size() - 1);
            streams.err().print("kube-nat: %s:%d:1: %s%s\n".formatted(file, lines.get(0), what, more));
        }
    }
}
