package kubenat.trace;

import java.util.List;
import java.util.Optional;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Share;
import kubenat.model.target.Reject;
import kubenat.model.target.Target;

/**
 * One thing that can become of the packets of a case. Under any one set of conditions the shares of a case's outcomes add up to 1.
 *
 * @param origin the packets as they began
 * @param packet what is known of them in the end
 * @param why for REJECTED how, for UNKNOWN and a loss outside the rules the reason; else empty
 * @param path every rule that matched, in order, with returns and policies
 */
public record Outcome(Share share, Packet origin, Packet packet, Verdict verdict, String why, List<Step> path) {
    public Outcome {
        path = List.copyOf(path);
    }

    /** On what facts that are not known it depends; empty means always. */
    public List<Condition> when() {
        return Conditions.between(origin, packet);
    }

    /** Whether a DNAT or REDIRECT has rewritten the destination. */
    public boolean translated() {
        return packet.connection().destinationTranslated();
    }

    /** The step that rewrote the destination. */
    public Optional<Step> destinationNat() {
        return nat(Hook.PREROUTING).or(() -> nat(Hook.OUTPUT)).filter(step -> translated());
    }

    /** The step that rewrote the source. */
    public Optional<Step> sourceNat() {
        return nat(Hook.POSTROUTING)
                .or(() -> nat(Hook.INPUT))
                .filter(step -> packet.connection().sourceTranslated());
    }

    /** The target that rewrote the source: MASQUERADE, SNAT or NETMAP. */
    public Optional<Target> sourceTarget() {
        return sourceNat().flatMap(Step::rule).map(Rule::target);
    }

    /** The step that decided whether the client's address is kept: the last of nat before the packet leaves or is delivered. */
    public Optional<Step> sourceDecidedBy() {
        return nat(Hook.POSTROUTING).or(() -> nat(Hook.INPUT));
    }

    /** The last step of nat at a hook. */
    private Optional<Step> nat(Hook hook) {
        return path.stream()
                .filter(step ->
                        step.hook() == hook && step.chain().table() == TableName.NAT && step.kind() != Step.Kind.MISS)
                .reduce((first, second) -> second);
    }

    /**
     * The step that decided: the DNAT for what is delivered translated, else the last step, such as the DROP; none for what
     * routing loses.
     */
    public Optional<Step> decidedBy() {
        return verdict.isDelivered() && translated() ? destinationNat() : last().filter(last -> !isLostByRouting(last));
    }

    private Optional<Step> last() {
        return path.stream().filter(step -> step.kind() != Step.Kind.MISS).reduce((first, second) -> second);
    }

    private boolean isLostByRouting(Step last) {
        boolean rejects =
                last.rule().filter(rule -> rule.target() instanceof Reject).isPresent();
        return verdict == Verdict.DROPPED && !why.isEmpty() || verdict == Verdict.REJECTED && !rejects;
    }

    public Outcome withShare(Share now) {
        return new Outcome(now, origin, packet, verdict, why, path);
    }

    /** The same for those packets only whose source is one of these; empty when there are none. */
    public Optional<Outcome> fromSource(AddressSet sources) {
        AddressSet origins = origin.header().source().intersect(sources);
        AddressSet narrowed = packet.original().source().intersect(sources);
        return narrowed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome(
                        share, withSource(origin, origins), withSource(packet, narrowed), verdict, why, path));
    }

    private static Packet withSource(Packet packet, AddressSet source) {
        return packet.connection().sourceRewritten()
                ? packet.withOriginal(packet.original().withSource(source))
                : packet.narrowSource(source);
    }
}
