package kubenat.oracle;

/** Makes a case in which the tracer differs from the kernel as small as a person would write it. */
final class Shrinking {
    private final Backend backend;

    Shrinking(Backend backend) {
        this.backend = backend;
    }

    /** The case with one packet and no rule that the difference can do without. */
    Differential smallest(Differential differing, int packet) {
        Differential alone = differing.only(packet);
        Differential smaller = differs(alone) ? alone : differing;
        for (int size = rules(smaller) / 2; size > 0; size /= 2) {
            smaller = without(smaller, size);
        }
        return without(smaller, 1);
    }

    private static int rules(Differential of) {
        return (int) of.dump().lines().filter(line -> line.startsWith("-A")).count();
    }

    /** The case without those runs of so many rules that the difference can do without. */
    private Differential without(Differential differing, int size) {
        Differential smaller = differing;
        for (int first = rules(differing) - size; first >= 0; first -= size) {
            Differential candidate = smaller.with(without(smaller.dump(), first, size));
            smaller = differs(candidate) ? candidate : smaller;
        }
        return smaller;
    }

    private static String without(String dump, int first, int size) {
        StringBuilder fewer = new StringBuilder();
        int rule = 0;
        for (String line : dump.split("\n", -1)) {
            boolean isGone = line.startsWith("-A") && rule >= first && rule < first + size;
            rule += line.startsWith("-A") ? 1 : 0;
            fewer.append(isGone || line.isEmpty() ? "" : line + "\n");
        }
        return fewer.toString();
    }

    private boolean differs(Differential candidate) {
        return candidate
                .ask(backend)
                .map(answers -> candidate.compare(backend, answers))
                .filter(found -> !found.isEmpty())
                .isPresent();
    }
}
