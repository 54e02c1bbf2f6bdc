package kubenat.surroundings;

import java.util.Optional;
import kubenat.model.packet.Address;
import kubenat.model.packet.Protocol;

/**
 * A socket that waits for packets.
 *
 * @param line of the listing
 * @param address absent if it waits at every address
 * @param process the program's name, where the listing has it
 */
public record ListeningSocket(
        int line, Protocol protocol, Optional<Address> address, int port, Optional<String> process) {}
