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

    private final Pool pool;
    private final Random random;
    private final StringBuilder dump = new StringBuilder();

    private RandomDump(Pool pool, Random random) {
        this.pool = pool;
        this.random = random;
    }

    static String of(Pool pool, Random random) {
        RandomDump builder = new RandomDump(pool, random);
        HOOKS.forEach((table, hooks) -> {
            boolean frequent = table.equals("nat") || table.equals("filter");
            if (frequent ? !once(random, 12) : once(random, table.equals("mangle") ? 2 : 4)) {
                builder.table(table, hooks);
            }
        });
        return builder.dump.isEmpty() ? of(pool, random) : builder.dump.toString();
    }

    private void table(String table, List<String> hooks) {
        List<Place> chains = new ArrayList<>();
        for (String hook : hooks) {
            chains.add(new Place(pool, table, hook, List.of(hook)));
        }
        int users = 2 + random.nextInt(5);
        for (int i = 0; i < users; i++) {
            chains.add(new Place(pool, table, "U" + i, reach(table, hooks)));
        }
        dump.append("*").append(table).append("\n");
        for (Place chain : chains) {
            String policy =
                    !chain.isBuiltIn() ? "-" : once(random, table.equals("filter") ? 5 : 25) ? "DROP" : "ACCEPT";
            dump.append(":%s %s [0:0]\n".formatted(chain.chain(), policy));
        }
        chains.forEach(chain -> rules(chain, chains));
        dump.append("COMMIT\n");
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
        String recent = beforeSourceNat(chain) && once(random, 10) ? " " + recent() : "";
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

    /** Last in its rule, so that the rule's trace tells whether the list was changed. */
    private String recent() {
        String mask = pool.isV6() ? "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" : "255.255.255.255";
        return "-m recent " + pick(random, List.of("--set", "--rcheck", "! --rcheck", "--remove")) + " --name "
                + pick(random, List.of("A", "B")) + " --mask " + mask + " --rsource";
    }
}
