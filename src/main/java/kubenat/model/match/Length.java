package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Fact;
import kubenat.model.packet.NumberSet;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m length}: the packet's length with its IP header, in bytes (kernel: xt_length). */
final class Length {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>("length", List.of(Option.value("--length")), Length::read);

    private Length() {}

    private static List<Match> read(Arguments arguments) {
        NumberSet lengths = arguments
                .read("--length", "a length or a range such as 40:1500", word -> Numbers.range(word, 65535))
                .orElseThrow(() -> new BadArgument("length", "--length is missing"));
        return List.of(
                new FactMatch(arguments.negated("--length"), Fact.LENGTH, lengths, "length " + lengths + " bytes"));
    }
}
