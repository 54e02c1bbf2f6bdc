package kubenat.cli;

import java.util.Optional;
import kubenat.kube.Surroundings;
import kubenat.model.Ruleset;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.trace.Assumption;

/**
 * Where a packet goes, with names resolved.
 *
 * @param protocol the only one that the Service port has, where a name was given
 * @param surroundings with an address for the node, where one had to be made up
 * @param assumption what was assumed to say so
 */
record Destined(
        Ruleset ruleset,
        Address address,
        NumberSet ports,
        Optional<Protocol> protocol,
        Surroundings surroundings,
        Optional<Assumption> assumption) {}
