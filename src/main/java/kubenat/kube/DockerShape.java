package kubenat.kube;

import kubenat.model.Rule;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.SourceAddress;
import kubenat.model.packet.Cidr;
import kubenat.model.target.Masquerade;

/** What Docker writes outside its own chains (Docker 1.3 to 28, libnetwork's bridge driver). */
final class DockerShape {
    private static final String BRIDGE = "br-";
    /** The letters of a network's id in the name of its bridge. */
    private static final int ID_LETTERS = 12;

    private DockerShape() {}

    /** The bridge of a network that the user made: {@code br-} and the start of its id; other bridges are named {@code br-lan}. */
    static boolean isBridge(String name) {
        return name.startsWith(BRIDGE)
                && name.length() == BRIDGE.length() + ID_LETTERS
                && name.chars().skip(BRIDGE.length()).allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** A container that reaches its own published port: {@code -s A/32 -d A/32 -p tcp --dport 80 -j MASQUERADE}. */
    static boolean isHairpin(Rule rule) {
        RuleFields fields = new RuleFields(rule);
        return rule.target() instanceof Masquerade
                && rule.comment().isEmpty()
                && fields.ports().isPresent()
                && fields.source()
                        .filter(source -> !source.negated())
                        .map(SourceAddress::network)
                        .equals(fields.destination().filter(to -> !to.negated()).map(DestinationAddress::network))
                && fields.source()
                        .flatMap(source -> source.network().cidr())
                        .filter(Cidr::isSingle)
                        .isPresent();
    }
}
