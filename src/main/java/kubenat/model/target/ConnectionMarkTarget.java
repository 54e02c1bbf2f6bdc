package kubenat.model.target;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Truth;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -j CONNMARK}: sets the connection's mark, saves the packet's mark in it, or restores it from there; without a connection
 * nothing happens (kernel: xt_connmark; by experiment on Linux 6.18).
 *
 * @param value for SET, the bits that are flipped after those of {@code connectionMask} are cleared
 * @param packetMask the bits of the packet mark that count ({@code --nfmask})
 * @param connectionMask the bits of the connection mark that count ({@code --ctmask})
 * @param shift how the bits are shifted, as the rule has it; empty when they are not
 */
public record ConnectionMarkTarget(Action action, int value, int packetMask, int connectionMask, String shift)
        implements Target {
    /** What is done. */
    public enum Action {
        SET,
        SAVE,
        RESTORE
    }

    static final Syntax<Target> SYNTAX = new Syntax<>(
            "CONNMARK",
            List.of(
                    Option.value("--set-xmark").neverNegated(),
                    Option.value("--set-mark").neverNegated(),
                    Option.value("--and-mark").neverNegated(),
                    Option.value("--or-mark").neverNegated(),
                    Option.value("--xor-mark").neverNegated(),
                    Option.flag("--save-mark"),
                    Option.flag("--restore-mark"),
                    Option.value("--nfmask").neverNegated(),
                    Option.value("--ctmask").neverNegated(),
                    Option.value("--mask").neverNegated(),
                    Option.value("--left-shift-mark").neverNegated(),
                    Option.value("--right-shift-mark").neverNegated()),
            ConnectionMarkTarget::read);

    private static Target read(Arguments arguments) {
        String shift = arguments.all().stream()
                .filter(a -> a.option().endsWith("-shift-mark"))
                .map(Argument::text)
                .collect(Collectors.joining(" "));
        boolean save = arguments.has("--save-mark");
        if (!save && !arguments.has("--restore-mark")) {
            MarkTarget set = MarkTarget.of(arguments);
            return new ConnectionMarkTarget(Action.SET, set.value(), -1, set.mask(), shift);
        }
        int packet = mask(arguments, "--nfmask");
        int connection = mask(arguments, "--ctmask");
        return new ConnectionMarkTarget(save ? Action.SAVE : Action.RESTORE, 0, packet, connection, shift);
    }

    private static int mask(Arguments arguments, String option) {
        String given = arguments.has(option) ? option : "--mask";
        return arguments
                .read(
                        given,
                        "a mask such as 0xff",
                        word -> Numbers.bits(word).stream().boxed().findFirst())
                .orElse(-1);
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        Truth tracked = packet.connection().isTracked();
        if (tracked == Truth.NO) {
            return new Effect.GoOn(packet);
        }
        boolean open = tracked == Truth.MAYBE || !shift.isEmpty();
        MarkBits open32 = MarkBits.unknown("the mark after " + site.rule());
        MarkBits mark = packet.mark();
        MarkBits saved = packet.connection().mark();
        MarkBits now = switch (action) {
            case SET -> saved.xset(value, connectionMask);
            case SAVE -> saved.mixed(connectionMask, mark, packetMask);
            case RESTORE -> mark.mixed(packetMask, saved, connectionMask);
        };
        MarkBits result = open ? open32 : now;
        return new Effect.GoOn(
                action == Action.RESTORE
                        ? packet.withMark(result)
                        : packet.withConnection(packet.connection().withMark(result)));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        String what = switch (action) {
            case SET -> "mark the connection " + MarkTarget.hex(value, connectionMask);
            case SAVE -> "save the mark" + masks() + " in the connection";
            case RESTORE -> "restore the mark" + masks() + " from the connection";
        };
        return what + (shift.isEmpty() ? "" : ", " + shift) + ", go on";
    }

    private String masks() {
        if (packetMask == -1 && connectionMask == -1) {
            return "";
        }
        return packetMask == connectionMask
                ? " bits 0x" + Integer.toHexString(packetMask)
                : " bits 0x" + Integer.toHexString(action == Action.SAVE ? packetMask : connectionMask);
    }

    @Override
    public String name() {
        return "CONNMARK";
    }
}
