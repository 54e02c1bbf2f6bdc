package kubenat.lint.space;

import java.util.List;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Family;

/** Packets on their way through a chain: those that are left after each rule. */
public final class Region {
    private static final int MOST = 64;

    private final List<Box> boxes;

    private Region(List<Box> boxes) {
        this.boxes = List.copyOf(boxes);
    }

    /** All packets to these addresses. */
    public static Region to(AddressSet destinations) {
        return new Region(List.of(Box.all(destinations.family()).and(Axis.DESTINATION, new Addresses(destinations))));
    }

    /** Those of them that come from these addresses. */
    public Region from(AddressSet sources) {
        return new Region(boxes.stream()
                .map(box -> box.and(Axis.SOURCE, new Addresses(sources)))
                .toList());
    }

    /** Those of them that nobody has marked. */
    public Region unmarked() {
        return new Region(
                boxes.stream().map(box -> box.and(Axis.MARK, Marks.of(0, -1))).toList());
    }

    public boolean isEmpty() {
        return boxes.isEmpty();
    }

    /** Those that may be left after a rule. */
    public Region after(Rule rule, Ends ends) {
        List<Box> left = boxes;
        for (Box taken : ends.taken(rule)) {
            left = left.stream().flatMap(box -> box.minus(taken).stream()).toList();
        }
        return left.size() > MOST ? this : new Region(left);
    }

    /** Those that are surely left after a rule. */
    public Region surelyAfter(Rule rule, Ends ends) {
        List<Box> left = boxes;
        for (Box taken : ends.perhapsTaken(rule)) {
            left = left.stream()
                    .flatMap(box -> box.surelyWithout(taken).stream())
                    .limit(MOST)
                    .toList();
        }
        return new Region(left);
    }

    /** Those that meet a rule, if it is known which do. */
    public Optional<Region> meeting(Rule rule) {
        Admission admission = admission(rule);
        List<Box> met = boxes.stream()
                .map(box -> box.and(admission.box()))
                .filter(box -> !box.isEmpty())
                .toList();
        return admission.exact() && !met.isEmpty() ? Optional.of(new Region(met)) : Optional.empty();
    }

    /** Whether some of them surely meet a rule, whatever interface they leave by. */
    public boolean surelyMeets(Rule rule) {
        Admission admission = admission(rule);
        Box box = admission.box();
        boolean plain = box.literals().isEmpty() && !box.limits(Axis.OUT) && !box.limits(Axis.IN);
        return admission.exact()
                && plain
                && boxes.stream().anyMatch(each -> each.literals().isEmpty() && each.meets(box));
    }

    private Admission admission(Rule rule) {
        return isEmpty()
                ? new Admission(Box.all(Family.IPV4), false)
                : Admission.of(rule.matches(), boxes.get(0).family());
    }
}
