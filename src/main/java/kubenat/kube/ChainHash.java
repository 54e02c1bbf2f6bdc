package kubenat.kube;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Protocol;

/**
 * The letters at the end of kube-proxy's chain names: the first {@value ChainRole#HASH_LETTERS} of base32(SHA-256(text)), the
 * text being the Service port's name, the protocol and, for KUBE-SEP, the endpoint (portProtoHash and
 * servicePortEndpointChainName in kube-proxy 1.28's pkg/proxy/iptables, the same since 1.1).
 */
public final class ChainHash {
    /** The protocols that a Service port can have (Kubernetes API, v1.Protocol). */
    public static final List<Protocol> PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP, new Protocol(132));

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The letters for a text. */
    public String of(String text) {
        byte[] hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        char[] letters = new char[ChainRole.HASH_LETTERS];
        for (int i = 0; i < letters.length; i++) {
            int bit = 5 * i;
            int two = (hash[bit / 8] & 255) << 8 | hash[bit / 8 + 1] & 255;
            letters[i] = BASE32.charAt(two >>> 11 - bit % 8 & 31);
        }
        return new String(letters);
    }

    /** The letters of a Service port's chains; Kubernetes 1.0 and 1.1 ended a name without a port in a colon. */
    List<String> ofService(ServicePortName name, Protocol protocol) {
        return ofEndpoint(name, protocol, "");
    }

    /** The letters of an endpoint's chain, as {@link #provesEndpoint} takes them. */
    List<String> ofEndpoint(ServicePortName name, Protocol protocol, String endpoint) {
        String letters = of(name.toString() + protocol + endpoint);
        return name.port().isPresent() ? List.of(letters) : List.of(letters, of(name + ":" + protocol + endpoint));
    }

    /** The protocol with which the name gives these letters; empty if none does. */
    public Optional<Protocol> provesService(String letters, ServicePortName name) {
        for (Protocol protocol : PROTOCOLS) {
            if (provesEndpoint(letters, name, protocol, "")) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether name, protocol and endpoint give these letters, or begin with them if they are cut.
     *
     * @param endpoint {@code 10.0.0.1:80} or {@code [fd00::1]:80}
     */
    public boolean provesEndpoint(String letters, ServicePortName name, Protocol protocol, String endpoint) {
        return fits(letters, name.toString() + protocol + endpoint)
                || name.port().isEmpty() && fits(letters, name + ":" + protocol + endpoint);
    }

    private boolean fits(String letters, String text) {
        return !letters.isEmpty() && of(text).startsWith(letters);
    }
}
