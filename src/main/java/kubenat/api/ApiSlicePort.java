package kubenat.api;

import java.util.Optional;
import java.util.OptionalInt;
import kubenat.model.packet.Protocol;

/**
 * A port at which all endpoints of a slice answer.
 *
 * @param name as the Service's port has it; absent where that has none
 * @param port absent where it means every port
 */
public record ApiSlicePort(Optional<String> name, Protocol protocol, OptionalInt port) {}
