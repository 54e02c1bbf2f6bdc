package kubenat.trace;

import kubenat.model.packet.Address;

/**
 * A fact that the answer rests on and that nobody has given.
 *
 * @param fact such as {@code 30.0.1.180 is an address of this node}
 * @param basis {@code inferred} from the dump, or {@code default}
 * @param why what led to it, and the option that makes it sure
 */
public record Assumption(String fact, String basis, String why) {
    private static final String STANDS = " stands for any address of this node";

    /** That an address was made up where any of this node's was asked about, and none is known. */
    public static Assumption standIn(Address address) {
        return new Assumption(address + STANDS, "default", "none is known; --local or --addr says them");
    }

    public boolean isStandIn() {
        return fact.endsWith(STANDS);
    }
}
