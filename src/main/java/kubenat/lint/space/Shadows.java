package kubenat.lint.space;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.packet.Family;

/** Finds the rules of a chain that no packet meets, because rules before them surely take all that these could. */
public final class Shadows {
    /** Beyond so many pieces nothing is said: the rule may be met. */
    private static final int MOST_PIECES = 64;

    private static final int MOST_WEIGHED = 12;

    private final Ends ends;
    private final Family family;
    private final Taken taken = new Taken();
    private final List<Shadow> found = new ArrayList<>();

    private Shadows(Ends ends, Family family) {
        this.ends = ends;
        this.family = family;
    }

    /** The shadowed rules of a chain, in order. */
    public static List<Shadow> in(Chain chain, Ends ends, Family family) {
        if (chain.size() < 2) {
            return List.of();
        }
        Shadows shadows = new Shadows(ends, family);
        List<Rule> rules = chain.rules();
        for (int at = 0; at < rules.size(); at++) {
            if (!shadows.isUnmet(rules.get(at)) && at < rules.size() - 1) {
                shadows.take(rules.get(at));
            }
        }
        return List.copyOf(shadows.found);
    }

    /** Whether no packet meets a rule, so that it takes none. */
    private boolean isUnmet(Rule rule) {
        if (taken.isEmpty()) {
            return false;
        }
        Admission admission = Admission.of(rule.matches(), family);
        if (admission.box().isEmpty() || isShadowed(rule, admission.box())) {
            return true;
        }
        Changes changes = ends.changes(rule);
        if (!changes.equals(Changes.NONE)) {
            taken.forget(changes, admission.box());
        }
        return false;
    }

    /** What comes back from a chain changed may be what that chain would have taken. */
    private void take(Rule rule) {
        List<Box> boxes = ends.taken(rule);
        if (!boxes.isEmpty()) {
            Changes changes = ends.changes(rule);
            boxes.stream().filter(box -> !changes.touch(box)).forEach(box -> taken.add(rule, box));
        }
    }

    private boolean isShadowed(Rule rule, Box box) {
        List<Taken.Part> near = taken.near(box);
        for (Taken.Part part : near) {
            if (part.box().covers(box)) {
                found.add(new Shadow(rule, List.of(part.rule()), part.box().isAll()));
                return true;
            }
        }
        return near.size() > 1 && isShadowedTogether(rule, box, near);
    }

    private boolean isShadowedTogether(Rule rule, Box box, List<Taken.Part> near) {
        List<Box> left = List.of(box);
        List<Rule> by = new ArrayList<>();
        for (Taken.Part part : near) {
            List<Box> rest = new ArrayList<>();
            boolean helps = false;
            for (Box each : left) {
                List<Box> pieces = part.box().meets(each) ? each.minus(part.box()) : List.of(each);
                helps |= pieces.isEmpty() || !pieces.get(0).equals(each);
                rest.addAll(pieces);
            }
            if (rest.size() > MOST_PIECES) {
                return false;
            }
            if (helps && (by.isEmpty() || !by.get(by.size() - 1).equals(part.rule()))) {
                by.add(part.rule());
            }
            left = rest;
        }
        if (left.isEmpty()) {
            found.add(new Shadow(rule, needed(box, by, near), false));
        }
        return left.isEmpty();
    }

    /** Those without which something would be left; of many nobody asks. */
    private static List<Rule> needed(Box box, List<Rule> by, List<Taken.Part> near) {
        List<Rule> needed = new ArrayList<>(by);
        for (Rule rule : by.size() > MOST_WEIGHED ? List.<Rule>of() : by) {
            List<Rule> less = new ArrayList<>(needed);
            less.remove(rule);
            if (isCovered(box, less, near)) {
                needed = less;
            }
        }
        return needed;
    }

    private static boolean isCovered(Box box, List<Rule> by, List<Taken.Part> near) {
        List<Box> left = List.of(box);
        for (Taken.Part part : near) {
            if (by.contains(part.rule()) && left.size() <= MOST_PIECES) {
                left = left.stream()
                        .flatMap(each -> each.minus(part.box()).stream())
                        .toList();
            }
        }
        return left.isEmpty();
    }
}
