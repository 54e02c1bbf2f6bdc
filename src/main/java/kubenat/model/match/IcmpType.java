package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Fact;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Numbers;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code --icmp-type} and {@code --icmpv6-type}: the type of an ICMP message and its code (kernel: ip_tables, ip6_tables).
 *
 * @param text as the rule has it
 */
public record IcmpType(boolean negated, NumberSet types, NumberSet codes, String text) implements Match {
    static final Syntax<List<Match>> ICMP = new Syntax<>(
            "icmp", List.of(Option.value("--icmp-type")), arguments -> read(arguments, "--icmp-type", IcmpNames.V4));
    static final Syntax<List<Match>> ICMP6 = new Syntax<>(
            "icmp6",
            List.of(Option.value("--icmpv6-type", "--icmp6-type")),
            arguments -> read(arguments, "--icmpv6-type", IcmpNames.V6));

    private static final NumberSet ANY = NumberSet.range(0, 255);

    private static List<Match> read(Arguments arguments, String option, IcmpNames names) {
        if (!arguments.has(option)) {
            return List.of();
        }
        String word = arguments.word(option);
        String numbers = names.find(word).orElse(word);
        int slash = numbers.indexOf('/');
        NumberSet type = number(slash < 0 ? numbers : numbers.substring(0, slash), option);
        NumberSet codes = slash < 0 ? ANY : number(numbers.substring(slash + 1), option);
        boolean any = names.equals(IcmpNames.V4) && type.contains(255);
        return List.of(new IcmpType(arguments.negated(option), any ? ANY : type, any ? ANY : codes, word));
    }

    private static NumberSet number(String text, String option) {
        return Numbers.range(text, 255)
                .filter(set -> set.single().isPresent())
                .orElseThrow(() -> new BadArgument(option, "a type such as 8, 3/4 or echo-request"));
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Split.fact(packet, Fact.ICMP_TYPE, types)
                .and(p -> Split.fact(p, Fact.ICMP_CODE, codes))
                .negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + "type " + text;
    }

    @Override
    public String wanted() {
        return Wanted.is("the ICMP type", negated, text);
    }
}
