package kubenat.kube;

import java.util.List;
import java.util.Optional;
import kubenat.model.Rule;
import kubenat.model.packet.Cidr;

/**
 * The way of packets from outside through the chains of one Service port.
 *
 * @param last the chain that chooses among endpoints, which may be missing; absent if the packets come to none
 * @param marks the rules on the way that mark packets for masquerading
 * @param ranges the only networks that may go this way; empty means all
 * @param local whether this is the way of a traffic policy Local
 * @param missing whether the last chain is not in the dump
 * @param refused whether packets are marked to be dropped where there is no endpoint
 */
record ServiceRoute(
        Optional<String> last, List<Rule> marks, List<Cidr> ranges, boolean local, boolean refused, boolean missing) {
    /** No chain leads anywhere. */
    static final ServiceRoute NONE = new ServiceRoute(Optional.empty(), List.of(), List.of(), false, false, false);

    MasqueradedClients masqueraded(Entry entry) {
        return marks.stream()
                .filter(mark -> Masquerading.fits(mark, entry))
                .map(MasqueradedClients::of)
                .reduce(MasqueradedClients.HAIRPIN, MasqueradedClients::or);
    }
}
