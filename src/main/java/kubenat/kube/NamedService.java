package kubenat.kube;

import java.util.Collection;
import java.util.Optional;
import kubenat.model.packet.Protocol;

/**
 * Which Service port something belongs to, and how sure that is.
 *
 * @param protocol as the hash proves it; absent where it does not
 */
public record NamedService(ServicePortName name, Optional<Protocol> protocol, Proof proof) {

    static NamedService claimed(ServicePortName name) {
        return new NamedService(name, Optional.empty(), Proof.CLAIMED);
    }

    /** The name that the letters prove, else the first one as edited; empty when there are no names. */
    static Optional<NamedService> judge(ChainHash hash, String letters, Collection<ServicePortName> names) {
        for (ServicePortName name : names) {
            Optional<Protocol> protocol = hash.provesService(letters, name);
            if (protocol.isPresent()) {
                return Optional.of(new NamedService(name, protocol, Proof.PROVED));
            }
        }
        return names.stream().findFirst().map(name -> new NamedService(name, Optional.empty(), Proof.EDITED));
    }
}
