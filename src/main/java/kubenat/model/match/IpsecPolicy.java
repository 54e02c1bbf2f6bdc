package kubenat.model.match;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m policy}: the packet came through IPsec, or will leave through it.
 *
 * @param negated for {@code --pol none}
 * @param elements what else is asked of the policy, such as {@code --proto esp}
 */
public record IpsecPolicy(boolean negated, boolean incoming, String elements) implements Match {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "policy",
            List.of(
                    Option.value("--dir").neverNegated(),
                    Option.value("--pol").neverNegated(),
                    Option.flag("--strict"),
                    Option.value("--reqid"),
                    Option.value("--spi"),
                    Option.value("--proto"),
                    Option.value("--mode"),
                    Option.value("--tunnel-src"),
                    Option.value("--tunnel-dst"),
                    Option.flag("--next")),
            true,
            IpsecPolicy::read);

    private static List<Match> read(Arguments arguments) {
        String direction = arguments.word("--dir");
        String policy = arguments.has("--pol") ? arguments.word("--pol") : "ipsec";
        if (!direction.equals("in") && !direction.equals("out")) {
            throw new BadArgument("--dir", "in or out");
        }
        if (!policy.equals("ipsec") && !policy.equals("none")) {
            throw new BadArgument("--pol", "ipsec or none");
        }
        String elements = arguments.all().stream()
                .filter(a -> !a.option().equals("--dir") && !a.option().equals("--pol"))
                .map(Argument::text)
                .collect(Collectors.joining(" "));
        return List.of(new IpsecPolicy(policy.equals("none"), direction.equals("in"), elements));
    }

    @Override
    public Split split(Packet packet, Site site) {
        Split through = incoming && packet.isSentHere()
                ? Split.no(packet)
                : Split.opaque(packet, Condition.opaque("ipsec", incoming ? "in" : "out", through()));
        return negated || elements.isEmpty()
                ? through.negatedIf(negated)
                : through.and(p -> Split.opaque(p, Condition.opaque("ipsec", through() + " " + elements, asked())));
    }

    private String through() {
        return incoming ? "come through IPsec" : "to leave through IPsec";
    }

    private String asked() {
        return through() + (elements.isEmpty() ? "" : " with " + elements);
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + asked();
    }
}
