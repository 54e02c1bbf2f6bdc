package kubenat.model.target;

import java.util.List;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -j REJECT}: the packet is gone and its sender is told.
 *
 * @param with the answer, such as {@code icmp-port-unreachable}, the default of iptables
 */
public record Reject(String with) implements Target {
    static final Syntax<Target> SYNTAX = new Syntax<>(
            "REJECT",
            List.of(Option.value("--reject-with").neverNegated()),
            arguments -> new Reject(
                    arguments.has("--reject-with") ? arguments.word("--reject-with") : "icmp-port-unreachable"));

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.End(new Ending(Ending.Kind.REJECT, with), packet);
    }

    @Override
    public String words() {
        return "REJECT with " + with;
    }

    @Override
    public String name() {
        return "REJECT";
    }
}
