package kubenat.model.target;

import java.util.List;
import java.util.Set;
import kubenat.model.packet.Connection;
import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Truth;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -j CT} and {@code -j NOTRACK}: how conntrack is to take the packet, or that it is not to. What this node sends to itself
 * has been seen by the time it comes in by lo, and stays as it was unless it was invalid (kernel: xt_CT; by experiment on Linux 6.18).
 *
 * @param not whether conntrack leaves the packet alone
 * @param text the options, such as {@code --helper ftp}
 */
public record Tracking(String name, boolean not, String text) implements Target {
    private static final InterfacePattern LOOPBACK = new InterfacePattern("lo");

    static final Syntax<Target> NOTRACK =
            new Syntax<>("NOTRACK", List.of(), arguments -> new Tracking("NOTRACK", true, ""));

    static final Syntax<Target> CT = new Syntax<>(
            "CT",
            List.of(
                    Option.flag("--notrack"),
                    Option.value("--helper").neverNegated(),
                    Option.value("--ctevents").neverNegated(),
                    Option.value("--expevents").neverNegated(),
                    Option.value("--zone-orig").neverNegated(),
                    Option.value("--zone-reply").neverNegated(),
                    Option.value("--zone").neverNegated(),
                    Option.value("--timeout").neverNegated()),
            arguments -> new Tracking("CT", arguments.has("--notrack"), arguments.text()));

    @Override
    public Effect apply(Packet packet, Site site) {
        boolean seen = packet.in().fits(LOOPBACK) == Truth.YES
                && !packet.connection().states().equals(INVALID);
        return new Effect.GoOn(not && !seen ? packet.withConnection(Connection.in(UNTRACKED)) : packet);
    }

    private static final Set<ConnectionState> INVALID = Set.of(ConnectionState.INVALID);
    private static final Set<ConnectionState> UNTRACKED = Set.of(ConnectionState.UNTRACKED);

    @Override
    public boolean tracksConnections() {
        return !not;
    }

    @Override
    public String words() {
        return not ? "leave the packet untracked, go on" : (name + " " + text).strip() + ", go on";
    }
}
