package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import kubenat.render.picture.Box;

/** Boxes one under the other. */
final class Stack {
    private Stack() {}

    static double height(List<Box> boxes, double gap) {
        double sum = boxes.stream().mapToDouble(box -> box.area().height()).sum();
        return sum + gap * Math.max(0, boxes.size() - 1);
    }

    /** The boxes placed from the top given. */
    static List<Box> placed(List<Box> boxes, double x, double top, double gap) {
        List<Box> placed = new ArrayList<>();
        double y = top;
        for (Box box : boxes) {
            placed.add(box.moved(x - box.area().x(), y - box.area().y()));
            y += box.area().height() + gap;
        }
        return placed;
    }
}
