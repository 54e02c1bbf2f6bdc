package kubenat.render.chains;

import java.util.ArrayList;
import java.util.List;

/** A place in a column while the picture is laid out: a card's, or the lane of a strand that passes the column. */
final class Slot {
    final int column;
    final double height;
    final List<Slot> before = new ArrayList<>();
    final List<Slot> after = new ArrayList<>();
    double middle;
    int order;

    Slot(int column, double height) {
        this.column = column;
        this.height = height;
    }

    double top() {
        return middle - height / 2;
    }

    double bottom() {
        return middle + height / 2;
    }

    /** Joins this place to one in the next column. */
    void lead(Slot next) {
        after.add(next);
        next.before.add(this);
    }
}
