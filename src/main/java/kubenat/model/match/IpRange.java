package kubenat.model.match;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m iprange}: the source or destination is between two addresses, both included. */
public record IpRange(boolean negated, boolean source, AddressSet range) implements Match {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "iprange",
            List.of(Option.value("--src-range"), Option.value("--dst-range")),
            arguments -> arguments.all().stream().map(IpRange::of).toList());

    private static Match of(Argument argument) {
        String text = argument.word();
        int dash = text.indexOf('-');
        Optional<Address> first = Address.read(dash < 0 ? text : text.substring(0, dash));
        Optional<Address> last = dash < 0 ? first : Address.read(text.substring(dash + 1));
        boolean sound = first.isPresent()
                && last.isPresent()
                && first.get().family() == last.get().family()
                && first.get().compareTo(last.get()) <= 0;
        if (!sound) {
            throw new BadArgument(argument.option(), "a range such as 10.0.0.1-10.0.0.9");
        }
        AddressSet range = AddressSet.range(first.get(), last.get());
        return new IpRange(argument.negated(), argument.option().equals("--src-range"), range);
    }

    @Override
    public Split split(Packet packet, Site site) {
        Split split = source ? Split.source(packet, range) : Split.destination(packet, range);
        return split.negatedIf(negated);
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + (source ? "from " : "to ") + String.join(",", range.ranges());
    }

    @Override
    public String wanted() {
        return Wanted.is(source ? "the source" : "the destination", negated, "in " + String.join(",", range.ranges()));
    }
}
