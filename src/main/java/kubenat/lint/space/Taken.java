package kubenat.lint.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.model.Rule;

/** What earlier rules of a chain have taken, filed so that a chain of 100,000 rules is no trouble. */
final class Taken {
    /** When more may have been changed, nobody asks which of them were. */
    private static final int MOST_WEIGHED = 64;
    /** More are not kept, for they take memory. */
    private static final int MOST = 150_000;

    private final Shelf shelf = new Shelf();
    private int count;
    private int added;
    private final Map<Axis, Set<Part>> byAxis = new EnumMap<>(Axis.class);
    private final Set<Part> withConditions = new LinkedHashSet<>();

    /**
     * A set of packets, and the rule that takes it.
     *
     * @param number tells parts apart, in the order of their rules
     */
    record Part(int number, Rule rule, Box box) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Part part && part.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    void add(Rule rule, Box box) {
        if (count == MOST) {
            return;
        }
        Part part = new Part(added++, rule, box);
        count++;
        shelf.add(part);
        for (Axis axis : box.axes()) {
            byAxis.computeIfAbsent(axis, none -> new LinkedHashSet<>()).add(part);
        }
        if (!box.literals().isEmpty()) {
            withConditions.add(part);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The parts that may cover packets of a box, in the order of their rules. */
    List<Part> near(Box box) {
        List<Part> near = new ArrayList<>();
        shelf.near(box, near);
        near.sort(Comparator.comparingInt(Part::number));
        return near;
    }

    /** A rule may have changed packets on their way to the next one: what was said of them before is forgotten. */
    void forget(Changes changes, Box changed) {
        Box anyway = changed.before(changes);
        Set<Part> touched = touched(changes);
        boolean weighed = touched.size() <= MOST_WEIGHED;
        for (Part part : List.copyOf(touched)) {
            if (!weighed || part.box().before(changes).meets(anyway)) {
                remove(part);
            }
        }
    }

    private Set<Part> touched(Changes changes) {
        Set<Part> touched = new LinkedHashSet<>();
        for (Axis axis : changes.axes()) {
            touched.addAll(byAxis.getOrDefault(axis, Set.of()));
        }
        if (changes.touchConditions()) {
            boolean weighed = withConditions.size() <= MOST_WEIGHED;
            withConditions.stream()
                    .filter(part -> !weighed || changes.touch(part.box()))
                    .forEach(touched::add);
        }
        return touched;
    }

    private void remove(Part part) {
        count--;
        shelf.remove(part);
        part.box().axes().forEach(axis -> byAxis.getOrDefault(axis, Set.of()).remove(part));
        withConditions.remove(part);
    }
}
