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
 * @param seconds how long an entry counts; 0 for ever
 * @param hits how many sightings are needed
 */
public record Recent(boolean negated, Action action, String list, long seconds, int hits) implements Match {
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
        return List.of(new Recent(arguments.negated(option), action, list, Integer.toUnsignedLong(seconds), hits));
    }

    private static Optional<Integer> number(Arguments arguments, String option) {
        return arguments.read(
                option, "a number", word -> Numbers.bits(word).stream().boxed().findFirst());
    }

    @Override
    public Split split(Packet packet, Site site) {
        Condition listed = Condition.listed(list);
        boolean onList = packet.decisions().of(listed).orElse(false);
        Split split = switch (action) {
            case SET -> Split.yes(packet.with(listed, true));
            case CHECK, UPDATE -> Split.of(onList && hits <= 1, packet);
            case REMOVE -> onList ? Split.yes(packet.with(listed, false)) : Split.no(packet);
        };
        return split.negatedIf(negated);
    }

    @Override
    public String words() {
        String what = switch (action) {
            case SET -> "put the client on the list " + list;
            case CHECK, UPDATE ->
                "seen" + (seconds > 0 ? " in the last " + seconds + " s" : "") + (hits > 1 ? " " + hits + " times" : "")
                        + " on the list " + list;
            case REMOVE -> "on the list " + list + ", removed";
        };
        return (negated ? "not " : "") + what;
    }
}
