package kubenat.model.target;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.Hook;
import kubenat.model.match.Network;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Header;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -j NETMAP}: moves an address into another network and keeps its host part; the destination in PREROUTING and OUTPUT, the
 * source in POSTROUTING and INPUT (kernel: xt_NETMAP; by experiment on Linux 6.18).
 */
public record NetworkMap(Cidr to) implements Target {
    static final Syntax<Target> SYNTAX =
            new Syntax<>("NETMAP", List.of(Option.value("--to").neverNegated()), NetworkMap::read);

    private static Target read(Arguments arguments) {
        return Network.read(arguments.word("--to"))
                .flatMap(Network::cidr)
                .map(NetworkMap::new)
                .orElseThrow(() -> new BadArgument("--to", "a network such as 10.0.0.0/24"));
    }

    @Override
    public Effect apply(Packet packet, Site site) {
        if (site.hook().isEmpty() || site.hook().get() == Hook.FORWARD) {
            return new Effect.End(Ending.unknown("NETMAP at a hook that has no nat"), packet);
        }
        Hook hook = site.hook().get();
        Header header = packet.header();
        boolean destination = hook == Hook.PREROUTING || hook == Hook.OUTPUT;
        Packet moved = destination
                ? packet.translateDestination(moved(header.destination()), header.destinationPort())
                : packet.translateSource(moved(header.source()), header.sourcePort());
        return new Effect.End(Ending.ACCEPT, moved);
    }

    /** Each part of the set at its place in the network; a part that is wider than the network fills it. */
    private AddressSet moved(AddressSet addresses) {
        List<Cidr> moved = new ArrayList<>();
        for (Cidr part : addresses.cidrs()) {
            boolean wider = part.prefixLength() <= to.prefixLength();
            moved.add(wider ? to : new Cidr(to.moved(part.network()), part.prefixLength()));
        }
        return AddressSet.of(to.network().family(), moved);
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return "NETMAP to " + to;
    }

    @Override
    public String name() {
        return "NETMAP";
    }
}
