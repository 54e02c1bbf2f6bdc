package kubenat.model.target;

import java.util.List;
import kubenat.model.packet.Fact;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * A target that gives the packet to a program or another part of the kernel: NFQUEUE, QUEUE, TPROXY, SYNPROXY. What that does with
 * it is not in the rules.
 *
 * @param to whom
 * @param set the mark bits that are flipped after those of {@code mask} are cleared ({@code --tproxy-mark})
 */
public record HandOver(String name, String to, int set, int mask) implements Target {
    static final Syntax<Target> QUEUE =
            new Syntax<>("QUEUE", List.of(), arguments -> new HandOver("QUEUE", "a program in user space", 0, 0));

    static final Syntax<Target> NFQUEUE = new Syntax<>(
            "NFQUEUE",
            List.of(
                    Option.value("--queue-num").neverNegated(),
                    Option.value("--queue-balance").neverNegated(),
                    Option.flag("--queue-bypass"),
                    Option.flag("--queue-cpu-fanout")),
            HandOver::queue);

    static final Syntax<Target> TPROXY = new Syntax<>(
            "TPROXY",
            List.of(
                    Option.value("--on-port").neverNegated(),
                    Option.value("--on-ip").neverNegated(),
                    Option.value("--tproxy-mark").neverNegated()),
            HandOver::proxy);

    static final Syntax<Target> SYNPROXY = new Syntax<>(
            "SYNPROXY",
            List.of(
                    Option.flag("--sack-perm"),
                    Option.flag("--timestamp"),
                    Option.value("--wscale").neverNegated(),
                    Option.value("--mss").neverNegated(),
                    Option.flag("--ecn")),
            arguments -> new HandOver("SYNPROXY", "the kernel's proxy for TCP handshakes", 0, 0));

    private static Target queue(Arguments arguments) {
        String queue = arguments.has("--queue-balance")
                ? "one of the queues " + arguments.word("--queue-balance")
                : "queue " + (arguments.has("--queue-num") ? arguments.word("--queue-num") : "0");
        String absent = arguments.has("--queue-bypass") ? "accepted when none listens" : "dropped when none listens";
        return new HandOver("NFQUEUE", "a program in user space, " + queue + ", " + absent, 0, 0);
    }

    private static Target proxy(Arguments arguments) {
        int[] mark = arguments
                .read("--tproxy-mark", "a mark such as 0x1/0x1", Numbers::valueAndMask)
                .orElseGet(() -> new int[] {0, 0});
        String where = given(arguments, "--on-ip", " at ") + given(arguments, "--on-port", " on port ");
        return new HandOver("TPROXY", "a local proxy" + where + ", dropped when none listens", mark[0], mark[1]);
    }

    /** An option with a value; 0, 0.0.0.0 and :: stand for the packet's own port or the in-interface's address. */
    private static String given(Arguments arguments, String option, String words) {
        boolean own = !arguments.has(option) || List.of("0", "0.0.0.0", "::").contains(arguments.word(option));
        return own ? "" : words + arguments.word(option);
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        if (name.equals("SYNPROXY") && isPastHandshake(packet)) {
            return new Effect.GoOn(packet);
        }
        Packet marked =
                mask == 0 && set == 0 ? packet : packet.withMark(packet.mark().xset(set, mask));
        return new Effect.End(new Ending(Ending.Kind.HANDED_OVER, "handed to " + to), marked);
    }

    /** SYNPROXY takes a SYN alone and an ACK without SYN, FIN and RST; all else goes on (kernel: synproxy_tg4). */
    private static boolean isPastHandshake(Packet packet) {
        NumberSet taken = NumberSet.where(256, flags -> (flags & 0x17) == 0x02 || (flags & 0x17) == 0x10);
        return packet.facts().of(Fact.TCP_FLAGS).intersect(taken).isEmpty();
    }

    @Override
    public boolean tracksConnections() {
        return name.equals("SYNPROXY");
    }

    @Override
    public String words() {
        return name + " to " + to;
    }
}
