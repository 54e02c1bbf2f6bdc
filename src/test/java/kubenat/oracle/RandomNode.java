package kubenat.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** A random node: interfaces with and without addresses, routes that lead somewhere or nowhere, routing rules, switches. */
final class RandomNode {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final ObjectNode node = JSON.createObjectNode();

    private RandomNode(Random random) {
        this.random = random;
    }

    static ObjectNode of(Pool pool, Random random) {
        RandomNode builder = new RandomNode(random);
        return pool.isV6() ? builder.v6() : builder.v4();
    }

    private ObjectNode v4() {
        link("eth0", List.of("30.0.1.180/24", "30.0.1.181/24", "50.0.0.1/24"));
        link("cni0", List.of("10.244.0.1/24"));
        link("flannel.1", List.of("10.244.0.0/32"));
        link("nak0", List.of());
        link("down0", List.of("10.55.0.7/32")).put("down", true);
        ArrayNode routes = node.putArray("routes");
        List.of(
                        "10.244.1.0/24 dev flannel.1",
                        "10.244.2.0/24 via 30.0.1.77 dev eth0",
                        "70.0.0.0/24 dev nak0",
                        "unreachable 99.1.0.0/16",
                        "prohibit 99.2.0.0/16",
                        "blackhole 99.3.0.0/16")
                .forEach(routes::add);
        often(4, () -> routes.add("default via 30.0.1.1 dev eth0"));
        seldom(3, () -> routes.add("local 10.99.0.0/16 dev lo"));
        seldom(3, () -> link("lo", List.of("10.96.0.10/32")));
        seldom(3, () -> rules(routes, List.of("default dev flannel.1 table 100", "8.8.8.0/24 dev nak0 table 101")));
        policies(routes, "10.244.0.0/16", "8.8.8.0/24");
        ObjectNode sysctl = node.putObject("sysctl");
        seldom(3, () -> sysctl.put("net.ipv4.conf.all.route_localnet", 1));
        seldom(5, () -> sysctl.put("net.ipv4.conf.all.rp_filter", 1));
        seldom(12, () -> sysctl.put("net.ipv4.ip_forward", 0));
        return node;
    }

    private ObjectNode v6() {
        link("eth0", List.of("2001:db8::180/64"));
        link("cni0", List.of("fd00:10:244::1/64"));
        link("flannel.1", List.of());
        ArrayNode routes = node.putArray("routes");
        List.of(
                        "fd00:10:244:1::/64 dev flannel.1",
                        "unreachable fd00:99:1::/48",
                        "prohibit fd00:99:2::/48",
                        "blackhole fd00:99:3::/48")
                .forEach(routes::add);
        often(4, () -> routes.add("default via 2001:db8::1 dev eth0"));
        seldom(3, () -> rules(routes, List.of("default dev flannel.1 table 100", "2620:fe::/48 dev cni0 table 101")));
        policies(routes, "fd00:10:244::/48", "2620:fe::/48");
        return node;
    }

    private void rules(ArrayNode routes, List<String> more) {
        more.forEach(routes::add);
        node.putArray("rules").add("fwmark 0x7 table 100").add("fwmark 0x10/0x10 table 101");
    }

    /** Rules by more than the mark, that refuse or deliver, too; by dice of their own, so that all else stays as it was without them. */
    private void policies(ArrayNode routes, String pods, String others) {
        Random dice = new Random(node.toString().hashCode());
        if (!Pool.once(dice, 4)) {
            return;
        }
        routes.add("default dev cni0 table 102").add("local default dev lo table 103");
        ArrayNode rules = node.has("rules") ? (ArrayNode) node.get("rules") : node.putArray("rules");
        String refusal = Pool.pick(dice, List.of("blackhole", "unreachable", "prohibit"));
        for (String rule : List.of(
                "from " + pods + " table 102",
                "from all iif cni0 to " + others + " " + refusal,
                "from all iif lo table 102",
                "not from " + pods + " to " + others + " " + refusal,
                "from all fwmark 0x10/0x10 table 103",
                "from all table main suppress_prefixlength 0")) {
            if (dice.nextBoolean()) {
                rules.add(rule);
            }
        }
    }

    private ObjectNode link(String name, List<String> addresses) {
        ObjectNode links = node.has("links") ? (ObjectNode) node.get("links") : node.putObject("links");
        ObjectNode link = links.putObject(name);
        ArrayNode addrs = link.putArray("addrs");
        addresses.forEach(addrs::add);
        return link;
    }

    private void seldom(int times, Runnable feature) {
        if (Pool.once(random, times)) {
            feature.run();
        }
    }

    private void often(int times, Runnable feature) {
        if (!Pool.once(random, times)) {
            feature.run();
        }
    }
}
