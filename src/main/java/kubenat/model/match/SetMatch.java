package kubenat.model.match;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.model.packet.Condition;
import kubenat.model.packet.IpSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.SetValue;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m set}: the packet is in an ipset (kernel: xt_set). Where {@code ipset save} was given, its members decide.
 *
 * @param directions {@code src} or {@code dst} for each value of a member, with commas
 * @param exceptions whether just members marked {@code nomatch} count ({@code --return-nomatch})
 * @param counters what is asked of the member's counters; empty when nothing is
 */
public record SetMatch(boolean negated, String set, String directions, boolean exceptions, String counters)
        implements Match {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "set",
            List.of(
                    Option.value("--match-set", "--set").words(2),
                    Option.flag("--return-nomatch"),
                    Option.flag("--update-counters").negatedToo(),
                    Option.flag("--update-subcounters").negatedToo(),
                    Option.value("--packets-eq"),
                    Option.value("--packets-lt").neverNegated(),
                    Option.value("--packets-gt").neverNegated(),
                    Option.value("--bytes-eq"),
                    Option.value("--bytes-lt").neverNegated(),
                    Option.value("--bytes-gt").neverNegated()),
            SetMatch::read);

    private static List<Match> read(Arguments arguments) {
        Argument set =
                arguments.find("--match-set").orElseThrow(() -> new BadArgument("set", "--match-set is missing"));
        String directions = set.words().get(1);
        if (!directions.matches("(src|dst)(,(src|dst)){0,5}")) {
            throw new BadArgument("--match-set", "directions such as src,dst");
        }
        String counters = arguments.all().stream()
                .filter(a -> a.option().startsWith("--packets-") || a.option().startsWith("--bytes-"))
                .map(Argument::text)
                .collect(Collectors.joining(" "));
        boolean exceptions = arguments.has("--return-nomatch");
        return List.of(new SetMatch(set.negated(), set.word(), directions, exceptions, counters));
    }

    @Override
    public Split split(Packet packet, Site site) {
        Optional<Boolean> changed = packet.decisions().of(Condition.inSet(set, directions));
        Split split = changed.isPresent() && counters.isEmpty()
                ? Split.of(changed.get(), packet)
                : member(packet, site.node(), set, 0);
        return split.negatedIf(negated);
    }

    private Split member(Packet packet, Node node, String name, int depth) {
        IpSet known = node.sets().get(name);
        if (known == null || !counters.isEmpty() || depth > 1) {
            return Split.opaque(packet, open(packet, name));
        }
        if (!known.isList()) {
            return known.split(packet, sources(), exceptions);
        }
        Split any = Split.no(packet);
        for (IpSet.Entry entry : known.entries()) {
            SetValue value = entry.values().get(0);
            any = value instanceof SetValue.Name member ? any.or(p -> member(p, node, member.set(), depth + 1)) : any;
        }
        return any;
    }

    private List<Boolean> sources() {
        return Arrays.stream(directions.split(",", -1)).map("src"::equals).toList();
    }

    /** Another condition after translation, because another address is asked for. */
    private Condition open(Packet packet, String name) {
        boolean rewritten = directions.contains("dst") && packet.connection().destinationRewritten()
                || directions.contains("src") && packet.connection().sourceRewritten();
        String now = rewritten
                ? " after translation to " + packet.header().destination().ranges()
                : "";
        String asked =
                name + " " + directions + (exceptions ? " nomatch" : "") + (counters.isEmpty() ? "" : " " + counters);
        return Condition.opaque("set", asked + now, text(name) + now);
    }

    private String text(String name) {
        String what = directions.replace("src", "source").replace("dst", "destination");
        return what + " in the set " + name
                + (exceptions ? " as an exception" : "")
                + (counters.isEmpty() ? "" : " with " + counters);
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + text(set);
    }
}
