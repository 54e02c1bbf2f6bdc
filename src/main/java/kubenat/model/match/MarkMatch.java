package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m mark}: {@code mark & mask == value} (kernel: xt_mark). */
public record MarkMatch(boolean negated, int value, int mask) implements Match {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>("mark", List.of(Option.value("--mark")), MarkMatch::read);

    private static List<Match> read(Arguments arguments) {
        int[] bits = arguments
                .read("--mark", "a mark such as 0x4000/0x4000", Numbers::valueAndMask)
                .orElseGet(() -> new int[] {0, 0});
        return List.of(new MarkMatch(arguments.negated("--mark"), bits[0], bits[1]));
    }

    @Override
    public Split split(Packet packet, Site site) {
        Split split = switch (packet.mark().test(value, mask)) {
            case YES -> Split.yes(packet);
            case NO -> Split.no(packet);
            case MAYBE -> maybe(packet);
        };
        return split.negatedIf(negated);
    }

    private Split maybe(Packet packet) {
        Split split = Split.opaque(packet, Condition.opaque("mark", hex(), "the packet is marked " + hex()));
        return split.truth() == kubenat.model.packet.Truth.MAYBE
                ? Split.both(
                        split.yes().get(0).packet().withMark(packet.mark().that(value, mask)),
                        split.no().get(0).packet())
                : split;
    }

    @Override
    public String words() {
        return (negated ? "not marked " : "marked ") + hex();
    }

    private String hex() {
        String text = "0x" + Integer.toHexString(value);
        return mask == -1 || mask == value ? text : text + "/0x" + Integer.toHexString(mask);
    }
}
