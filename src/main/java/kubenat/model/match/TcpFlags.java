package kubenat.model.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kubenat.model.packet.Fact;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;

/** {@code --tcp-flags mask set}: of the flags in the mask, just these are set (kernel: xt_tcpudp). */
public record TcpFlags(boolean negated, int mask, int set) implements Match {
    private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

    static TcpFlags of(Argument argument) {
        return new TcpFlags(
                argument.negated(),
                flags(argument.words().get(0)),
                flags(argument.words().get(1)));
    }

    static TcpFlags syn(boolean negated) {
        return new TcpFlags(negated, flags("FIN,SYN,RST,ACK"), flags("SYN"));
    }

    @Override
    public Split split(Packet packet, Site site) {
        NumberSet fitting = NumberSet.NONE;
        for (int value = 0; value < 256; value++) {
            fitting = (value & mask) == set ? fitting.union(NumberSet.of(value)) : fitting;
        }
        return Split.fact(packet, Fact.TCP_FLAGS, fitting).negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + "of the TCP flags " + names(mask) + " set: " + names(set);
    }

    /** The bits of a comma-separated list, {@code ALL} or {@code NONE}. */
    public static int flags(String text) {
        int bits = 0;
        for (String name : text.split(",", -1)) {
            int bit = NAMES.indexOf(name.toUpperCase(Locale.ROOT));
            if (bit < 0 && !name.equals("ALL") && !name.equals("NONE")) {
                throw new BadArgument("--tcp-flags", "flags such as SYN,ACK");
            }
            bits |= bit >= 0 ? 1 << bit : name.equals("ALL") ? 63 : 0;
        }
        return bits;
    }

    private static String names(int bits) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if ((bits & 1 << i) != 0) {
                names.add(NAMES.get(i));
            }
        }
        return names.isEmpty() ? "none" : String.join(",", names);
    }
}
