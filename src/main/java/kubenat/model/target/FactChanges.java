package kubenat.model.target;

import java.util.List;
import kubenat.model.packet.Fact;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;
import kubenat.model.syntax.TosNames;

/** The targets that rewrite a number of the packet (kernel: xt_HL, xt_DSCP, ipt_ECN; man iptables-extensions 1.8.9). */
final class FactChanges {
    static final List<Syntax<Target>> ALL = List.of(
            timeToLive("TTL", "--ttl-"),
            timeToLive("HL", "--hl-"),
            new Syntax<>("DSCP", List.of(once("--set-dscp"), once("--set-dscp-class")), FactChanges::dscp),
            new Syntax<>(
                    "TOS",
                    List.of(once("--set-tos"), once("--and-tos"), once("--or-tos"), once("--xor-tos")),
                    FactChanges::tos),
            new Syntax<>(
                    "ECN",
                    List.of(
                            Option.flag("--ecn-tcp-remove"),
                            once("--ecn-tcp-cwr"),
                            once("--ecn-tcp-ece"),
                            once("--ecn-ip-ect")),
                    FactChanges::ecn));

    private FactChanges() {}

    private static Option once(String name) {
        return Option.value(name).neverNegated();
    }

    private static Argument only(Arguments arguments) {
        return arguments.all().stream()
                .findFirst()
                .orElseThrow(() -> new BadArgument(arguments.module(), "an option that says how"));
    }

    private static int number(Argument argument, int most) {
        return Numbers.bits(argument.word()).stream()
                .filter(v -> v >= 0 && v <= most)
                .findFirst()
                .orElseThrow(() -> new BadArgument(argument.option(), "a number from 0 to " + most));
    }

    private static Syntax<Target> timeToLive(String name, String prefix) {
        List<Option> options = List.of(once(prefix + "set"), once(prefix + "dec"), once(prefix + "inc"));
        return new Syntax<>(name, options, arguments -> {
            Argument how = only(arguments);
            int value = number(how, 255);
            boolean set = how.option().endsWith("set");
            int add = set ? 0 : how.option().endsWith("inc") ? value : -value;
            return new FactChange(name, Fact.TTL, set ? 0 : 255, set ? value : 0, add, how.text());
        });
    }

    private static Target dscp(Arguments arguments) {
        Argument how = only(arguments);
        int value = TosNames.dscp(how.word())
                .orElseThrow(() -> new BadArgument(how.option(), "a number from 0 to 63 or a class such as AF11"));
        return new FactChange("DSCP", Fact.TOS, 3, value << 2, 0, how.text());
    }

    private static Target tos(Arguments arguments) {
        Argument how = only(arguments);
        if (how.option().equals("--set-tos")) {
            int[] bits = TosNames.valueAndMask(how.word())
                    .orElseThrow(() -> new BadArgument(how.option(), "a value such as 0x10/0x3f, or a name"));
            return new FactChange("TOS", Fact.TOS, ~bits[1] & 255, bits[0], 0, how.text());
        }
        int bits = number(how, 255);
        int kept = how.option().equals("--and-tos") ? bits : how.option().equals("--or-tos") ? ~bits & 255 : 255;
        return new FactChange("TOS", Fact.TOS, kept, how.option().equals("--and-tos") ? 0 : bits, 0, how.text());
    }

    /** The TCP flags ECE and CWR; the options that set bits were never finished and change what the text says. */
    private static Target ecn(Arguments arguments) {
        Argument how = only(arguments);
        return switch (how.option()) {
            case "--ecn-tcp-remove" -> new FactChange("ECN", Fact.TCP_FLAGS, 0x3f, 0, 0, how.text());
            case "--ecn-tcp-cwr" -> flag(how, 0x80);
            case "--ecn-tcp-ece" -> flag(how, 0x40);
            default -> new FactChange("ECN", Fact.TOS, 0xfc, number(how, 3), 0, how.text());
        };
    }

    private static Target flag(Argument how, int bit) {
        return new FactChange("ECN", Fact.TCP_FLAGS, ~bit & 255, number(how, 1) == 1 ? bit : 0, 0, how.text());
    }
}
