package kubenat.kube;

import java.util.Optional;
import kubenat.model.packet.Share;

/**
 * One {@code ip:port} behind a Service port, as the rules have it.
 *
 * @param address such as {@code 10.244.1.2:80} or {@code [fd00::1]:80}; absent where it cannot be read
 * @param share the part of a Service port's new clients that are sent there
 * @param proof whether the hash of the chain's name fits Service port and address
 * @param chain the KUBE-SEP chain, as the jump names it; empty for the userspace proxy
 * @param repaired for a missing chain: the declared chain that the cut name stands for
 */
public record Endpoint(
        Optional<String> address,
        EndpointState state,
        Share share,
        Proof proof,
        String chain,
        Optional<String> repaired) {

    Endpoint with(Share now) {
        return new Endpoint(address, state, now, proof, chain, repaired);
    }

    /** The address, or what there is instead: {@code unreadable}, {@code missing chain KUBE-SEP-…}. */
    public String words() {
        return switch (state) {
            case READ -> address.orElse("");
            case RECOVERED -> address.orElse("") + " (recovered)";
            case UNREADABLE -> "unreadable (" + chain + ")";
            case MISSING_CHAIN -> "missing chain " + chain;
            case USERSPACE_PROXY -> "userspace proxy " + address.orElse("");
        };
    }
}
