package kubenat.render.text;

import java.util.Optional;
import kubenat.model.target.Target;
import kubenat.render.PacketText;
import kubenat.trace.Outcome;

/** What becomes of the source address, in words. */
final class SourceWords {
    private SourceWords() {}

    /** Nothing for what is not delivered. */
    static String of(Outcome outcome) {
        if (!outcome.verdict().isDelivered()) {
            return "";
        }
        Optional<Target> target = outcome.sourceTarget();
        if (target.isEmpty()) {
            return "source kept";
        }
        String name = target.get().name();
        String address = PacketText.known(outcome.packet().header().source()).orElse("an address of this node");
        return "source becomes " + address + " (" + name + ")";
    }
}
