package kubenat.lint.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Sets of packets. Once they are many they are filed by what they ask for, on one axis after the other, so that those that may
 * cover packets of another set are found without a look at the rest.
 */
final class Shelf {
    /** So few are all looked at; of more that nothing tells apart, the later ones are not kept. */
    static final int MOST = 200;

    private static final int MOST_WIDTHS = 64;

    /** The axes by which parts are filed; what tells rules apart best comes first. */
    private static final List<Axis> AXES = List.of(
            Axis.DESTINATION,
            Axis.SOURCE,
            Axis.DESTINATION_PORT,
            Axis.MARK,
            Axis.SOURCE_PORT,
            Axis.IN,
            Axis.OUT,
            Axis.CONNECTION_MARK,
            Axis.PROTOCOL,
            Axis.STATE,
            Axis.TTL,
            Axis.LENGTH,
            Axis.TOS,
            Axis.ICMP_TYPE,
            Axis.ICMP_CODE);

    private final int depth;
    private final List<Taken.Part> together = new ArrayList<>(1);
    private final Map<ShelfKey, Shelf> filed = new HashMap<>();
    private final TreeSet<Integer> widths = new TreeSet<>();
    /** What is not filed at this depth, but at the next; absent while all are together. */
    private Optional<Shelf> others = Optional.empty();

    Shelf() {
        this(0);
    }

    private Shelf(int depth) {
        this.depth = depth;
    }

    void add(Taken.Part part) {
        if (others.isPresent()) {
            home(part.box()).add(part);
        } else if (together.size() < MOST) {
            together.add(part);
        } else if (depth <= AXES.size()) {
            others = Optional.of(new Shelf(depth + 1));
            together.forEach(each -> home(each.box()).add(each));
            together.clear();
            add(part);
        }
    }

    void remove(Taken.Part part) {
        if (others.isPresent()) {
            home(part.box()).remove(part);
        } else {
            together.remove(part);
        }
    }

    private Shelf home(Box box) {
        Optional<ShelfKey> key =
                key(box).filter(found -> widths.contains(found.width()) || widths.size() < MOST_WIDTHS);
        if (key.isEmpty()) {
            return others.orElseThrow();
        }
        widths.add(key.get().width());
        return filed.computeIfAbsent(key.get(), none -> new Shelf(depth + 1));
    }

    /** Below all axes, parts are filed by one of their conditions. */
    private Optional<ShelfKey> key(Box box) {
        return depth < AXES.size()
                ? ShelfKey.of(box, AXES.get(depth))
                : box.literals().stream().findFirst().map(literal -> new ShelfKey(0, literal));
    }

    /** Adds the parts that may cover packets of a box. */
    void near(Box box, List<Taken.Part> into) {
        into.addAll(together);
        if (others.isEmpty()) {
            return;
        }
        others.get().near(box, into);
        if (depth < AXES.size()) {
            ShelfKey.of(box, AXES.get(depth)).ifPresent(key -> near(key, box, into));
        } else {
            box.literals().forEach(literal -> near(new ShelfKey(0, literal), box, into));
        }
    }

    private void near(ShelfKey key, Box box, List<Taken.Part> into) {
        for (int width : widths) {
            Optional<Shelf> shelf = key.widened(width).flatMap(wider -> Optional.ofNullable(filed.get(wider)));
            if (shelf.isPresent()) {
                shelf.get().near(box, into);
            }
        }
    }
}
