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

/** {@code -m ttl} and {@code -m hl}: how many more routers the packet may pass (kernel: xt_hl). */
final class TimeToLive {
    static final Syntax<List<Match>> TTL = new Syntax<>(
            "ttl",
            List.of(
                    Option.value("--ttl-eq", "--ttl"),
                    Option.value("--ttl-lt").neverNegated(),
                    Option.value("--ttl-gt").neverNegated()),
            TimeToLive::read);

    static final Syntax<List<Match>> HL = new Syntax<>(
            "hl",
            List.of(
                    Option.value("--hl-eq", "--hl"),
                    Option.value("--hl-lt").neverNegated(),
                    Option.value("--hl-gt").neverNegated()),
            TimeToLive::read);

    private TimeToLive() {}

    private static List<Match> read(Arguments arguments) {
        return arguments.all().stream().map(TimeToLive::match).toList();
    }

    private static Match match(Argument argument) {
        int value = Numbers.bits(argument.word()).stream()
                .filter(v -> v >= 0 && v <= 255)
                .findFirst()
                .orElseThrow(() -> new BadArgument(argument.option(), "a number from 0 to 255"));
        String how = argument.option().substring(argument.option().length() - 2);
        NumberSet fitting =
                NumberSet.where(256, n -> how.equals("lt") ? n < value : how.equals("gt") ? n > value : n == value);
        String text = "time to live " + (how.equals("lt") ? "below " : how.equals("gt") ? "above " : "") + value;
        return new FactMatch(argument.negated(), Fact.TTL, fitting, text);
    }
}
