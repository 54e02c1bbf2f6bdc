package kubenat.model.target;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.packet.Condition;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -j SET}: puts what the packet has into an ipset, takes it out, or takes a mark from there; and goes on (kernel: xt_set).
 *
 * @param changes the sets that are added to or deleted from, with directions such as {@code src}
 * @param mapsMark whether the packet gets the mark that the set has for it ({@code --map-mark})
 * @param text the options as the rule has them
 */
public record SetTarget(List<Change> changes, boolean mapsMark, String text) implements Target {
    /** One set and what is done with it. */
    public record Change(boolean added, String set, String directions) {}

    static final Syntax<Target> SYNTAX = new Syntax<>(
            "SET",
            List.of(
                    Option.value("--add-set").words(2).neverNegated(),
                    Option.value("--del-set").words(2).neverNegated(),
                    Option.flag("--exist"),
                    Option.value("--timeout").neverNegated(),
                    Option.value("--map-set").words(2).neverNegated(),
                    Option.flag("--map-mark"),
                    Option.flag("--map-prio"),
                    Option.flag("--map-queue")),
            SetTarget::read);

    public SetTarget {
        changes = List.copyOf(changes);
    }

    private static Target read(Arguments arguments) {
        List<Change> changes = new ArrayList<>();
        for (Argument argument : arguments.all()) {
            boolean added = argument.option().equals("--add-set");
            if (added || argument.option().equals("--del-set")) {
                changes.add(new Change(added, argument.word(), argument.words().get(1)));
            }
        }
        return new SetTarget(changes, arguments.has("--map-mark"), arguments.text());
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        Packet now = mapsMark ? packet.withMark(MarkBits.unknown("the mark that SET gives in " + site.rule())) : packet;
        for (Change change : changes) {
            now = now.with(Condition.inSet(change.set(), change.directions()), change.added());
        }
        return new Effect.GoOn(now);
    }

    @Override
    public String words() {
        return "SET " + text + ", go on";
    }

    @Override
    public String name() {
        return "SET";
    }
}
