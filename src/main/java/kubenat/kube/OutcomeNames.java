package kubenat.kube;

import java.util.Optional;

/**
 * Kubernetes' names for what has become of a packet.
 *
 * @param service the Service port that took it; absent if none did
 * @param entry by which of its addresses
 * @param endpoint the endpoint that it was sent to, such as {@code 10.244.1.2:80}
 * @param recovered whether the endpoint comes from a hash, since its rule is garbled
 */
public record OutcomeNames(
        Optional<NamedService> service, Optional<EntryKind> entry, Optional<String> endpoint, boolean recovered) {

    /** No Service port took the packet. */
    public static final OutcomeNames NONE =
            new OutcomeNames(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
