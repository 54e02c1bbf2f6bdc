package kubenat.api;

import java.util.Optional;
import java.util.OptionalInt;
import kubenat.model.packet.Protocol;

/**
 * One port of a Service.
 *
 * @param name absent where the Service has one port only
 * @param target a number or the name of a container's port; empty where the API does not say it
 */
public record ApiPort(Optional<String> name, Protocol protocol, int port, String target, OptionalInt nodePort) {}
