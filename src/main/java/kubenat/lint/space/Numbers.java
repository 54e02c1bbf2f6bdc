package kubenat.lint.space;

import kubenat.model.packet.ConnectionState;
import kubenat.model.packet.NumberSet;

/** Numbers such as ports and protocols. */
record Numbers(NumberSet set) implements Values {
    static final Numbers BYTES = new Numbers(NumberSet.range(0, 255));
    static final Numbers PORTS = new Numbers(NumberSet.PORTS);
    static final Numbers STATES = new Numbers(NumberSet.range(0, ConnectionState.values().length - 1));

    @Override
    public boolean isEmpty() {
        return set.isEmpty();
    }

    @Override
    public Values and(Values other) {
        return new Numbers(set.intersect(((Numbers) other).set));
    }

    @Override
    public Values minus(Values other) {
        return new Numbers(set.minus(((Numbers) other).set));
    }
}
