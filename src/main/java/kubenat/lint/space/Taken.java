package kubenat.lint.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kubenat.model.Rule;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;

/** What earlier rules of a chain have taken, filed by what tells most, so that a chain of 50,000 rules is no trouble. */
final class Taken {
    /** Without a file they are all compared with every later rule. */
    private static final int MOST_LOOSE = 200;

    /** A set of packets, and the rule that takes it. */
    record Part(Rule rule, Box box) {}

    /** Where a part is filed. */
    private record Key(Axis axis, Object value) {}

    private final Map<Key, List<Part>> filed = new HashMap<>();
    private final Map<Axis, TreeSet<Integer>> lengths = new HashMap<>();
    private final List<Part> loose = new ArrayList<>();
    private final List<Part> first = new ArrayList<>();
    private final List<Part> changeable = new ArrayList<>();

    void add(Rule rule, Box box) {
        Part part = new Part(rule, box);
        if (first.size() < MOST_LOOSE) {
            first.add(part);
        }
        if (box.limits(Axis.MARK) || box.limits(Axis.CONNECTION_MARK)) {
            changeable.add(part);
        }
        if (!file(part, Axis.DESTINATION) && !file(part, Axis.SOURCE) && !filePort(part) && loose.size() < MOST_LOOSE) {
            loose.add(part);
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    private boolean file(Part part, Axis axis) {
        if (!part.box().limits(axis)) {
            return false;
        }
        List<Cidr> cidrs = ((Addresses) part.box().on(axis)).set().cidrs();
        if (cidrs.size() != 1) {
            return false;
        }
        lengths.computeIfAbsent(axis, none -> new TreeSet<>()).add(cidrs.get(0).prefixLength());
        put(new Key(axis, cidrs.get(0)), part);
        return true;
    }

    private boolean filePort(Part part) {
        List<Integer> port = port(part.box());
        port.forEach(number -> put(new Key(Axis.DESTINATION_PORT, number), part));
        return !port.isEmpty();
    }

    private static List<Integer> port(Box box) {
        return box.limits(Axis.DESTINATION_PORT)
                ? ((Numbers) box.on(Axis.DESTINATION_PORT))
                        .set().single().stream().toList()
                : List.of();
    }

    private void put(Key key, Part part) {
        filed.computeIfAbsent(key, none -> new ArrayList<>(1)).add(part);
    }

    /** A rule may have changed packets on their way to the next one: what was said of them before is forgotten. */
    void forget(Changes changes, Box changed) {
        Box anyway = changed.before(changes);
        List<Part> gone = candidates(changes).stream()
                .filter(part ->
                        changes.touch(part.box()) && part.box().before(changes).meets(anyway))
                .toList();
        if (!gone.isEmpty()) {
            filed.values().forEach(parts -> parts.removeAll(gone));
            loose.removeAll(gone);
            first.removeAll(gone);
            changeable.removeAll(gone);
        }
    }

    private List<Part> candidates(Changes changes) {
        boolean marksOnly = !changes.sets()
                && changes.axes().stream().allMatch(axis -> axis == Axis.MARK || axis == Axis.CONNECTION_MARK);
        if (marksOnly) {
            return changeable;
        }
        List<Part> all = new ArrayList<>(loose);
        filed.values().forEach(all::addAll);
        return all;
    }

    /** The parts that may cover packets of a box, each once. */
    List<Part> near(Box box) {
        if (first.size() < MOST_LOOSE) {
            return first;
        }
        List<Part> near = new ArrayList<>(loose);
        near(box, Axis.DESTINATION, near);
        near(box, Axis.SOURCE, near);
        port(box).forEach(number -> near.addAll(filed.getOrDefault(new Key(Axis.DESTINATION_PORT, number), List.of())));
        return near;
    }

    private void near(Box box, Axis axis, List<Part> near) {
        if (!box.limits(axis) || !lengths.containsKey(axis)) {
            return;
        }
        AddressSet set = ((Addresses) box.on(axis)).set();
        List<Cidr> cidrs = set.cidrs();
        if (cidrs.size() == 1) {
            Address network = cidrs.get(0).network();
            for (int length : lengths.get(axis).headSet(cidrs.get(0).prefixLength(), true)) {
                near.addAll(filed.getOrDefault(new Key(axis, new Cidr(network, length)), List.of()));
            }
        }
    }
}
