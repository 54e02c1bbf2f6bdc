package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Fact;
import kubenat.model.packet.NumberSet;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;
import kubenat.model.syntax.TosNames;

/** {@code -m tos}, {@code -m dscp}, {@code -m ecn}: the byte for the type of service, and the ECN flags of TCP. */
final class TypeOfService {
    static final Syntax<List<Match>> TOS = new Syntax<>("tos", List.of(Option.value("--tos")), TypeOfService::tos);
    static final Syntax<List<Match>> DSCP =
            new Syntax<>("dscp", List.of(Option.value("--dscp"), Option.value("--dscp-class")), TypeOfService::dscp);
    static final Syntax<List<Match>> ECN = new Syntax<>(
            "ecn",
            List.of(
                    Option.flag("--ecn-tcp-ece").negatedToo(),
                    Option.flag("--ecn-tcp-cwr").negatedToo(),
                    Option.value("--ecn-ip-ect")),
            arguments -> arguments.all().stream().map(TypeOfService::ecn).toList());

    private TypeOfService() {}

    private static List<Match> tos(Arguments arguments) {
        int[] bits = arguments
                .read("--tos", "a value such as 0x10/0x3f, or a name such as Minimize-Delay", TosNames::valueAndMask)
                .orElseThrow(() -> new BadArgument("tos", "--tos is missing"));
        NumberSet fitting = NumberSet.where(256, n -> (n & bits[1]) == bits[0]);
        return List.of(new FactMatch(
                arguments.negated("--tos"), Fact.TOS, fitting, "type of service " + arguments.word("--tos")));
    }

    private static List<Match> dscp(Arguments arguments) {
        return arguments.all().stream().map(TypeOfService::dscp).toList();
    }

    private static Match dscp(Argument argument) {
        int value = TosNames.dscp(argument.word())
                .orElseThrow(() -> new BadArgument(argument.option(), "a number from 0 to 63 or a class such as AF11"));
        NumberSet fitting = NumberSet.range(value << 2, value << 2 | 3);
        return new FactMatch(argument.negated(), Fact.TOS, fitting, "DSCP " + argument.word());
    }

    private static Match ecn(Argument argument) {
        return switch (argument.option()) {
            case "--ecn-tcp-ece" -> flag(argument, 0x40, "ECE");
            case "--ecn-tcp-cwr" -> flag(argument, 0x80, "CWR");
            default -> ect(argument);
        };
    }

    private static Match flag(Argument argument, int bit, String name) {
        NumberSet fitting = NumberSet.where(256, n -> (n & bit) != 0);
        return new FactMatch(argument.negated(), Fact.TCP_FLAGS, fitting, "TCP flag " + name + " set");
    }

    private static Match ect(Argument argument) {
        int value = Numbers.bits(argument.word()).stream()
                .filter(v -> v >= 0 && v <= 3)
                .findFirst()
                .orElseThrow(() -> new BadArgument(argument.option(), "a number from 0 to 3"));
        NumberSet fitting = NumberSet.where(256, n -> (n & 3) == value);
        return new FactMatch(argument.negated(), Fact.TOS, fitting, "ECN bits " + value);
    }
}
