package kubenat.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of one sort: how many there are, and where the first of them stand. */
final class LineRefs {
    /** A file that is no dump at all may hold millions of such lines; nobody reads more of them than this. */
    private static final int KEPT = 1000;

    private final List<LineRef> first = new ArrayList<>();
    private int count;

    void add(long offset, int number) {
        if (count++ < KEPT) {
            first.add(new LineRef(offset, number));
        }
    }

    int count() {
        return count;
    }

    List<LineRef> first() {
        return Collections.unmodifiableList(first);
    }
}
