package kubenat.oracle;

import java.util.List;

/**
 * Where a random rule stands: what iptables and the kernel allow there.
 *
 * @param chain its name
 * @param hooks the hooks that reach the chain; one for a built-in chain
 * @param quiet whether nothing here may ask for connections
 */
record Place(Pool pool, String table, String chain, List<String> hooks, boolean quiet) {

    boolean isBuiltIn() {
        return hooks.contains(chain);
    }

    /** Whether {@code -i} may be asked: a built-in chain of what leaves has none, a user-defined one may ask all the same. */
    boolean hasIn() {
        return !isBuiltIn() || !(chain.equals("OUTPUT") || chain.equals("POSTROUTING"));
    }

    boolean hasOut() {
        return !isBuiltIn() || !(chain.equals("PREROUTING") || chain.equals("INPUT"));
    }

    /** Whether only these hooks reach it. */
    boolean isWithin(String... allowed) {
        return List.of(allowed).containsAll(hooks);
    }
}
