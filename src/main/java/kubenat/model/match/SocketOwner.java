package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Fact;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m owner}: the user, group or existence of the sending process's socket. What has arrived has no owner, so that only
 * negated options hold for it (kernel: xt_owner; by experiment on Linux 6.18).
 *
 * @param ids the user or group ids; none for a name that only the node can resolve
 * @param text the ids or the name as the rule has them
 */
public record SocketOwner(boolean negated, Kind kind, NumberSet ids, String text) implements Match {
    /** What is asked of the socket. */
    public enum Kind {
        USER("user "),
        GROUP("group "),
        /** One of the process's groups, the supplementary ones included. */
        ANY_GROUP("a process in group "),
        SOCKET("a local socket");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "owner",
            List.of(
                    Option.value("--uid-owner"),
                    Option.value("--gid-owner"),
                    Option.flag("--suppl-groups"),
                    Option.flag("--socket-exists").negatedToo(),
                    Option.value("--pid-owner"),
                    Option.value("--sid-owner"),
                    Option.value("--cmd-owner")),
            SocketOwner::read);

    private static List<Match> read(Arguments arguments) {
        Kind group = arguments.has("--suppl-groups") ? Kind.ANY_GROUP : Kind.GROUP;
        List<Match> matches = new ArrayList<>();
        for (Argument argument : arguments.all()) {
            switch (argument.option()) {
                case "--uid-owner" -> matches.add(of(argument, Kind.USER));
                case "--gid-owner" -> matches.add(of(argument, group));
                case "--socket-exists" ->
                    matches.add(new SocketOwner(argument.negated(), Kind.SOCKET, NumberSet.NONE, ""));
                case "--suppl-groups" -> {}
                default -> matches.add(new Unmodelled(argument.text()));
            }
        }
        return matches;
    }

    private static SocketOwner of(Argument argument, Kind kind) {
        NumberSet ids = Numbers.range(argument.word().replace('-', ':'), Integer.MAX_VALUE)
                .orElse(argument.word().equals("root") ? NumberSet.of(0) : NumberSet.NONE);
        return new SocketOwner(argument.negated(), kind, ids, argument.word());
    }

    @Override
    public Split split(Packet packet, Site site) {
        Split split = packet.isSentHere() ? sent(packet) : Split.no(packet);
        return split.negatedIf(negated);
    }

    private Split sent(Packet packet) {
        if (kind == Kind.SOCKET) {
            return Split.yes(packet);
        }
        Condition named = Condition.opaque("owner", kind.words + text, "sent by " + kind.words + text);
        if (ids.isEmpty()) {
            return kind == Kind.USER ? Split.oneOf(packet, named) : Split.opaque(packet, named);
        }
        return switch (kind) {
            case USER -> Split.fact(packet, Fact.UID, ids);
            case GROUP -> Split.fact(packet, Fact.GID, ids);
            default -> Split.fact(packet, Fact.GID, ids).or(p -> Split.opaque(p, named));
        };
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + "sent by " + kind.words + text;
    }

    @Override
    public String wanted() {
        return Wanted.is("it", negated, "sent by " + kind.words + text);
    }
}
