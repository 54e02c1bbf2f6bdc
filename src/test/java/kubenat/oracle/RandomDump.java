package kubenat.oracle;

import static kubenat.oracle.Pool.once;
import static kubenat.oracle.Pool.pick;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A random dump that the kernel loads: several tables, user-defined chains that jump and go to later ones, and rules made of
 * the few values of a pool.
 */
final class RandomDump {
    private static final Map<String, List<String>> HOOKS = new LinkedHashMap<>();

    static {
        HOOKS.put("raw", List.of("PREROUTING", "OUTPUT"));
        HOOKS.put("mangle", List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"));
        HOOKS.put("nat", List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"));
        HOOKS.put("filter", List.of("INPUT", "FORWARD", "OUTPUT"));
        HOOKS.put("security", List.of("INPUT", "FORWARD", "OUTPUT"));
    }

    private static final List<String> RECENT = List.of("--set", "--rcheck", "! --rcheck", "--remove");

    private final Pool pool;
    private final Random random;
    private final boolean quiet;
    private final StringBuilder dump = new StringBuilder();

    private RandomDump(Pool pool, Random random, boolean quiet) {
        this.pool = pool;
        this.random = random;
        this.quiet = quiet;
    }

    /** A dump that asks for connections as it likes. */
    static String of(Pool pool, Random random) {
        return of(pool, random, false);
    }

    /**
     * A dump.
     *
     * @param quiet whether nothing that is reached may ask for connections
     */
    static String of(Pool pool, Random random, boolean quiet) {
        RandomDump builder = new RandomDump(pool, random, quiet);
        HOOKS.forEach((table, hooks) -> {
            boolean frequent = table.equals("nat") || table.equals("filter");
            if (frequent ? !once(random, 12) : once(random, table.equals("mangle") ? 2 : 4)) {
                builder.table(table, hooks);
            }
        });
        return builder.dump.isEmpty() ? of(pool, random, quiet) : builder.dump.toString();
    }

    private void table(String table, List<String> hooks) {
        List<Place> chains = new ArrayList<>();
        for (String hook : hooks) {
            chains.add(new Place(pool, table, hook, List.of(hook), quiet));
        }
        int users = 2 + random.nextInt(5);
        for (int i = 0; i < users; i++) {
            chains.add(new Place(pool, table, "U" + i, reach(table, hooks), quiet));
        }
        dump.append("*").append(table).append("\n");
        for (Place chain : chains) {
            String policy =
                    !chain.isBuiltIn() ? "-" : once(random, table.equals("filter") ? 5 : 25) ? "DROP" : "ACCEPT";
            dump.append(":%s %s [0:0]\n".formatted(chain.chain(), policy));
        }
        chains.forEach(chain -> rules(chain, chains));
        if (quiet && once(random, 3)) {
            dump.append(unreached(table));
        }
        dump.append("COMMIT\n");
    }

    /** A rule that asks for connections, in a chain that nothing leads to: it counts all the same. */
    private static String unreached(String table) {
        return ":X - [0:0]\n-A X "
                + (table.equals("nat") ? "-j MASQUERADE" : "-m conntrack --ctstate NEW -j MARK --set-xmark 0x1/0x1")
                + "\n";
    }

    /** In nat the kernel allows a target only where every hook that reaches its chain may have it. */
    private List<String> reach(String table, List<String> hooks) {
        return table.equals("nat")
                ? pick(
                        random,
                        List.of(
                                List.of("PREROUTING", "OUTPUT"),
                                List.of("POSTROUTING"),
                                List.of("POSTROUTING", "INPUT"),
                                hooks))
                : hooks;
    }

    private void rules(Place chain, List<Place> chains) {
        List<Place> later = IntStream.range(chains.indexOf(chain) + 1, chains.size())
                .mapToObj(chains::get)
                .filter(other -> !other.isBuiltIn() && other.hooks().containsAll(chain.hooks()))
                .toList();
        int rules = chain.isBuiltIn() ? 1 + random.nextInt(5) : random.nextInt(6);
        for (int i = 0; i < rules; i++) {
            rule(chain, later);
        }
    }

    private void rule(Place chain, List<Place> later) {
        RandomMatches matches = new RandomMatches(chain, random);
        List<String> drawn = matches.draw(once(random, 3));
        String target = !later.isEmpty() && random.nextInt(5) < 2
                ? pick(random, List.of("-j ", "-j ", "-g "))
                        + pick(random, later).chain()
                : new RandomTargets(chain, random).draw(matches.protocol());
        String recent = beforeSourceNat(chain) && once(random, 10) ? " " + recent(chain) : "";
        String conditions = drawn.isEmpty() ? "" : " " + String.join(" ", drawn);
        dump.append(("-A " + chain.chain() + conditions + recent + " " + target).stripTrailing())
                .append("\n");
    }

    /** Where the source is still the client's, whose lists are asked. */
    private static boolean beforeSourceNat(Place chain) {
        return chain.chain().equals("FORWARD")
                || chain.chain().equals("OUTPUT")
                || chain.table().equals("nat") && chain.chain().equals("PREROUTING");
    }

    /**
     * Last in its rule, so that the rule's trace tells whether the list was changed. In OUTPUT lists are only asked: what the node
     * tells the senders of rejected packets passes there too, and would change a list for addresses of its own.
     */
    private String recent(Place chain) {
        String mask = pool.isV6() ? "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" : "255.255.255.255";
        return "-m recent " + pick(random, chain.chain().equals("OUTPUT") ? List.of("--rcheck", "! --rcheck") : RECENT)
                + " --name " + pick(random, List.of("A", "B")) + " --mask " + mask + " --rsource";
    }
}
