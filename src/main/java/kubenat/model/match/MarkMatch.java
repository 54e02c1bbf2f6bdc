package kubenat.model.match;

import java.util.List;
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
        return Split.mark(packet, value, mask).negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not marked " : "marked ") + hex(value, mask);
    }

    @Override
    public String wanted() {
        if (mask == -1) {
            return value == 0
                    ? (negated ? "there were a mark" : "there were no mark")
                    : Wanted.is("the mark", negated, hex(value, mask));
        }
        if (value == 0 && Integer.bitCount(mask) > 1) {
            return (negated ? "a" : "no") + " bit of mark " + hex(mask, mask) + " were set";
        }
        return Wanted.is("mark " + hex(value == 0 ? mask : value, mask), (value == 0) != negated, "set");
    }

    static String hex(int value, int mask) {
        String text = "0x" + Integer.toHexString(value);
        return mask == -1 || mask == value ? text : text + "/0x" + Integer.toHexString(mask);
    }
}
