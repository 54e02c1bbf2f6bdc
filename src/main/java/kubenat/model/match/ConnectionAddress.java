package kubenat.model.match;

import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;

/** {@code --ctorigsrc}, {@code --ctorigdst}, {@code --ctreplsrc}, {@code --ctrepldst}: an address of the connection. */
public record ConnectionAddress(boolean negated, ConnectionEnd end, Network network, boolean withState)
        implements Match {

    static ConnectionAddress of(Argument argument, boolean withState) {
        Network network = Network.read(argument.word())
                .orElseThrow(() -> new BadArgument(argument.option(), "an address or a network such as 10.0.0.0/8"));
        return new ConnectionAddress(argument.negated(), ConnectionEnd.of(argument.option()), network, withState);
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Conntrack.whereTracked(
                packet,
                withState,
                p -> end.isKnown(p).choose(this::known, this::unknown).negatedIf(negated));
    }

    private Split known(Packet packet) {
        return network.split(
                packet,
                end.address(packet),
                false,
                (p, wanted) -> Split.addresses(p, end.address(p), wanted, to -> end.narrowed(p, to)),
                end.toString());
    }

    private Split unknown(Packet packet) {
        return Split.opaque(
                packet, Condition.opaque("connection", end + " " + network, "the " + end + " is in " + network));
    }

    @Override
    public boolean tracksConnections() {
        return true;
    }

    @Override
    public String words() {
        return end + (negated ? " not " : " ") + network;
    }
}
