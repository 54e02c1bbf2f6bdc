package kubenat.lint.space;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import kubenat.model.match.SetMatch;
import kubenat.model.target.ConnectionMarkTarget;
import kubenat.model.target.FactChange;
import kubenat.model.target.HashMark;
import kubenat.model.target.MarkTarget;
import kubenat.model.target.PrefixTranslation;
import kubenat.model.target.SetTarget;
import kubenat.model.target.Target;
import kubenat.model.target.Tracking;
import kubenat.model.target.UnmodelledTarget;
import kubenat.model.target.UnreadableTarget;

/**
 * What a target may change of the packets that go on to the next rule.
 *
 * @param sets whether it may change who is in an ipset
 */
record Changes(Set<Axis> axes, boolean sets) {
    static final Changes NONE = new Changes(Set.of(), false);
    static final Changes ALL = new Changes(EnumSet.allOf(Axis.class), true);

    Changes {
        axes = axes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(axes));
    }

    private static Changes of(Axis axis) {
        return new Changes(EnumSet.of(axis), false);
    }

    /** What a target that leads to no chain changes. */
    static Changes of(Target target) {
        if (target instanceof MarkTarget || target instanceof HashMark) {
            return of(Axis.MARK);
        }
        if (target instanceof ConnectionMarkTarget mark) {
            boolean restores = mark.action() == ConnectionMarkTarget.Action.RESTORE;
            return of(restores ? Axis.MARK : Axis.CONNECTION_MARK);
        }
        if (target instanceof FactChange change) {
            return Axis.of(change.fact()).map(Changes::of).orElse(NONE);
        }
        if (target instanceof Tracking) {
            return new Changes(EnumSet.of(Axis.STATE, Axis.CONNECTION_MARK), false);
        }
        if (target instanceof SetTarget) {
            return new Changes(EnumSet.of(Axis.MARK), true);
        }
        if (target instanceof PrefixTranslation) {
            return new Changes(EnumSet.of(Axis.SOURCE, Axis.DESTINATION), true);
        }
        return target instanceof UnmodelledTarget || target instanceof UnreadableTarget ? ALL : NONE;
    }

    Changes and(Changes other) {
        if (other.equals(NONE)) {
            return this;
        }
        Set<Axis> all = EnumSet.noneOf(Axis.class);
        all.addAll(axes);
        all.addAll(other.axes);
        return new Changes(all, sets || other.sets);
    }

    /** Whether what is said of packets may not hold after the change. */
    boolean touch(Box box) {
        if (equals(NONE)) {
            return false;
        }
        return box.axes().stream().anyMatch(axes::contains)
                || touchesHeader() && !box.literals().isEmpty()
                || (sets || axes.contains(Axis.STATE))
                        && box.literals().stream().anyMatch(each -> !sets || each.condition() instanceof SetMatch);
    }

    /** Whether what is said of packets beside their axes may not hold after the change. */
    boolean touchConditions() {
        return sets || axes.contains(Axis.STATE) || touchesHeader();
    }

    private boolean touchesHeader() {
        return axes.contains(Axis.SOURCE) || axes.contains(Axis.TOS) || axes.contains(Axis.TTL);
    }
}
