package kubenat.model.target;

import java.util.List;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -j MARK}: the mark becomes {@code (mark & ~mask) ^ value} and the packet goes on (kernel: xt_mark). */
public record MarkTarget(int value, int mask) implements Target {
    private static final List<String> WAYS =
            List.of("--set-xmark", "--set-mark", "--and-mark", "--or-mark", "--xor-mark");

    static final Syntax<Target> SYNTAX = new Syntax<>(
            "MARK",
            List.of(
                    Option.value("--set-xmark").neverNegated(),
                    Option.value("--set-mark").neverNegated(),
                    Option.value("--and-mark").neverNegated(),
                    Option.value("--or-mark").neverNegated(),
                    Option.value("--xor-mark").neverNegated()),
            MarkTarget::of);

    /** What is set, of the packet's mark or the connection's. */
    static MarkTarget of(Arguments arguments) {
        Argument how = arguments.all().stream()
                .filter(a -> WAYS.contains(a.option()))
                .findFirst()
                .orElseThrow(() -> new BadArgument(arguments.module(), "--set-xmark or the like"));
        int[] bits = Numbers.valueAndMask(how.word())
                .orElseThrow(() -> new BadArgument(how.option(), "a mark such as 0x4000/0x4000"));
        return switch (how.option()) {
            case "--set-mark" -> new MarkTarget(bits[0], bits[1] | bits[0]);
            case "--and-mark" -> new MarkTarget(0, ~bits[0]);
            case "--or-mark" -> new MarkTarget(bits[0], bits[0]);
            case "--xor-mark" -> new MarkTarget(bits[0], 0);
            default -> new MarkTarget(bits[0], bits[1]);
        };
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.GoOn(packet.withMark(packet.mark().xset(value, mask)));
    }

    @Override
    public String words() {
        if (mask == 0) {
            return "toggle mark " + hex(value) + ", go on";
        }
        return "mark " + hex(value, mask) + ", go on";
    }

    static String hex(int value, int mask) {
        return (value & mask) == mask ? hex(value) : hex(value) + "/" + hex(mask);
    }

    private static String hex(int bits) {
        return "0x" + Integer.toHexString(bits);
    }

    @Override
    public String name() {
        return "MARK";
    }
}
