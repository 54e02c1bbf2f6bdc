package kubenat.model.match;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Condition;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Route;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m rpfilter}: a reply would leave by the interface that the packet came in by; decided where routes, source and
 * in-interface are known (kernel: ipt_rpfilter).
 */
public record ReversePath(boolean inverted, boolean loose, boolean acceptsLocal, boolean marked) implements Match {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "rpfilter",
            List.of(
                    Option.flag("--loose"),
                    Option.flag("--validmark"),
                    Option.flag("--accept-local"),
                    Option.flag("--invert")),
            arguments -> List.of(new ReversePath(
                    arguments.has("--invert"),
                    arguments.has("--loose"),
                    arguments.has("--accept-local"),
                    arguments.has("--validmark"))));

    @Override
    public Split split(Packet packet, Site site) {
        return path(packet, site.node()).negatedIf(inverted);
    }

    private Split path(Packet packet, Node node) {
        if (packet.in().fits(Arrival.LOOPBACK) == Truth.YES) {
            return Split.yes(packet);
        }
        Optional<Address> source = packet.header().source().single();
        Optional<String> in = packet.in().name();
        boolean markDecides = marked && !packet.mark().equals(MarkBits.ZERO);
        boolean isOpen = !node.routing().knowsRoutes() || node.routing().hasPolicy(packet.family());
        if (isOpen || source.isEmpty() || in.isEmpty() || markDecides) {
            return Split.opaque(packet, Condition.opaque("rpfilter", options(), "the source " + text()));
        }
        Address address = source.get();
        if (AddressTypes.localSure(address.family(), node).contains(address)) {
            boolean here =
                    node.routing().local(address.family(), in.get()::equals).contains(address);
            return Split.of(acceptsLocal && (loose || here), packet);
        }
        Optional<Route> back =
                node.routing().to(address).filter(route -> !route.device().isEmpty());
        return Split.of(back.isPresent() && (loose || back.get().device().equals(in.get())), packet);
    }

    private String options() {
        return (loose ? "loose" : "strict") + (acceptsLocal ? " accept-local" : "") + (marked ? " validmark" : "");
    }

    private String text() {
        return loose ? "can be replied to" : "can be replied to by the same interface";
    }

    @Override
    public String words() {
        return "the source " + (inverted ? "not: " : "") + text();
    }
}
