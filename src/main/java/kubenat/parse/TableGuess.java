package kubenat.parse;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.model.Hook;
import kubenat.model.TableName;

/**
 * Which table a dump without names shows, from its chains.
 *
 * @param why what the guess rests on, in words
 */
record TableGuess(TableName table, String why) {
    private static final int ENOUGH = 1000;

    static TableGuess of(TableIndex index) {
        Set<Hook> declared = hooks(index, true);
        return declared.isEmpty() ? fromRules(index) : fromHooks(declared);
    }

    /** The built-in chains tell the tables apart, but for filter and security. */
    private static TableGuess fromHooks(Set<Hook> hooks) {
        String why = "its built-in chains are " + hooks.stream().map(Hook::name).collect(Collectors.joining(", "));
        if (hooks.containsAll(EnumSet.of(Hook.PREROUTING, Hook.FORWARD))) {
            return new TableGuess(TableName.MANGLE, why);
        }
        if (hooks.contains(Hook.POSTROUTING)) {
            return new TableGuess(TableName.NAT, why);
        }
        if (hooks.contains(Hook.FORWARD)) {
            return new TableGuess(TableName.FILTER, why);
        }
        if (hooks.contains(Hook.PREROUTING)) {
            return hooks.contains(Hook.INPUT) ? new TableGuess(TableName.NAT, why) : new TableGuess(TableName.RAW, why);
        }
        return new TableGuess(TableName.FILTER, why);
    }

    /** Pieces of a dump: kube-proxy's chain names first, then the hooks that rules are added to. */
    private static TableGuess fromRules(TableIndex index) {
        if (has(
                index,
                "KUBE-SVC-",
                "KUBE-SEP-",
                "KUBE-MARK-MASQ",
                "KUBE-NODEPORT-",
                "KUBE-PORTALS-",
                "KUBE-POSTROUTING")) {
            return new TableGuess(TableName.NAT, "it has kube-proxy's Service chains");
        }
        if (has(index, "KUBE-FORWARD", "KUBE-FIREWALL", "KUBE-EXTERNAL-SERVICES", "KUBE-PROXY-FIREWALL")) {
            return new TableGuess(TableName.FILTER, "it has kube-proxy's filter chains");
        }
        Set<Hook> used = hooks(index, false);
        if (used.contains(Hook.FORWARD) || used.isEmpty()) {
            return new TableGuess(TableName.FILTER, "nothing in it belongs to another table");
        }
        return used.contains(Hook.PREROUTING) || used.contains(Hook.POSTROUTING)
                ? new TableGuess(TableName.NAT, "it has rules in PREROUTING or POSTROUTING")
                : new TableGuess(TableName.FILTER, "nothing in it belongs to another table");
    }

    private static Set<Hook> hooks(TableIndex index, boolean declared) {
        Set<Hook> hooks = EnumSet.noneOf(Hook.class);
        for (Hook hook : Hook.values()) {
            int chain = index.chain(hook.name());
            if (chain >= 0 && (declared ? index.isDeclared(chain) : index.hasRules(chain))) {
                hooks.add(hook);
            }
        }
        return hooks;
    }

    private static boolean has(TableIndex index, String... prefixes) {
        return IntStream.range(0, Math.min(ENOUGH, index.chains()))
                .anyMatch(chain -> Stream.of(prefixes).anyMatch(prefix -> index.nameStartsWith(chain, prefix)));
    }
}
