package kubenat.model.match;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m recent}: lists of addresses seen. The packet traced is a client's first: it is on no list but those that rules on
 * its way have put it on.
 *
 * @param source whether the source is put on the list and looked for, rather than the destination
 * @param seconds how long an entry counts; 0 for ever
 * @param hits how many sightings are needed
 */
public record Recent(boolean negated, Action action, String list, boolean source, long seconds, int hits)
        implements Match {
    /** What the rule does with the list. */
    public enum Action {
        SET,
        CHECK,
        UPDATE,
        REMOVE
    }

    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "recent",
            List.of(
                    Option.flag("--set").negatedToo(),
                    Option.flag("--rcheck").negatedToo(),
                    Option.flag("--update").negatedToo(),
                    Option.flag("--remove").negatedToo(),
                    Option.value("--seconds").neverNegated(),
                    Option.flag("--reap"),
                    Option.value("--hitcount").neverNegated(),
                    Option.flag("--rttl"),
                    Option.value("--name").neverNegated(),
                    Option.value("--mask").neverNegated(),
                    Option.flag("--rsource"),
                    Option.flag("--rdest")),
            Recent::read);

    private static List<Match> read(Arguments arguments) {
        String option = List.of("--set", "--rcheck", "--update", "--remove").stream()
                .filter(arguments::has)
                .findFirst()
                .orElseThrow(() -> new BadArgument("recent", "one of --set, --rcheck, --update, --remove"));
        Action action = option.equals("--rcheck")
                ? Action.CHECK
                : Action.valueOf(option.substring(2).toUpperCase(java.util.Locale.ROOT));
        String list = arguments.has("--name") ? arguments.word("--name") : "DEFAULT";
        int seconds = number(arguments, "--seconds").orElse(0);
        int hits = number(arguments, "--hitcount").orElse(1);
        return List.of(new Recent(
                arguments.negated(option),
                action,
                list,
                !arguments.has("--rdest"),
                Integer.toUnsignedLong(seconds),
                hits));
    }

    private static Optional<Integer> number(Arguments arguments, String option) {
        return arguments.read(
                option, "a number", word -> Numbers.bits(word).stream().boxed().findFirst());
    }

    /** A sighting is kept for each {@code --set}, and for each {@code --update} that matches, negated or not (kernel: xt_recent). */
    @Override
    public Split split(Packet packet, Site site) {
        int seen = sightings(packet);
        Split split = switch (action) {
            case SET -> Split.yes(seenAgain(packet, seen));
            case CHECK -> Split.of(seen >= hits, packet);
            case UPDATE -> update(packet, seen);
            case REMOVE -> seen > 0 ? Split.yes(forgotten(packet, seen)) : Split.no(packet);
        };
        return split.negatedIf(negated);
    }

    private Split update(Packet packet, int seen) {
        boolean found = seen >= hits;
        return Split.of(found, seen > 0 && found != negated ? seenAgain(packet, seen) : packet);
    }

    @Override
    public boolean hasEffect() {
        return action != Action.CHECK;
    }

    private int sightings(Packet packet) {
        int seen = 0;
        while (packet.decisions().of(listed(seen + 1)).orElse(false)) {
            seen++;
        }
        return seen;
    }

    private Packet seenAgain(Packet packet, int seen) {
        return packet.with(listed(seen + 1), true);
    }

    private Packet forgotten(Packet packet, int seen) {
        Packet now = packet;
        for (int time = 1; time <= seen; time++) {
            now = now.with(listed(time), false);
        }
        return now;
    }

    private Condition listed(int time) {
        String whose = source ? list : list + " by destination";
        return Condition.listed(time == 1 ? whose : whose + ", sighting " + time);
    }

    @Override
    public String words() {
        String what = switch (action) {
            case SET -> "put the " + who() + " on the list " + list;
            case CHECK, UPDATE ->
                (source ? "seen" : "destination seen") + (seconds > 0 ? " in the last " + seconds + " s" : "")
                        + (hits > 1 ? " " + hits + " times" : "") + " on the list " + list;
            case REMOVE -> "on the list " + list + ", removed";
        };
        return (negated ? "not " : "") + what;
    }

    private String who() {
        return source ? "client" : "destination";
    }
}
