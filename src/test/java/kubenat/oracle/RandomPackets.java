package kubenat.oracle;

import static kubenat.oracle.Pool.once;
import static kubenat.oracle.Pool.pick;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Random packets: most of them make sense, some come from where they cannot, or go where nobody is. */
final class RandomPackets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NEVER_FROM = List.of("224.1.1.1", "0.0.0.0", "255.255.255.255", "30.0.1.255");

    private final Pool pool;
    private final Random random;

    private RandomPackets(Pool pool, Random random) {
        this.pool = pool;
        this.random = random;
    }

    static ArrayNode of(Pool pool, Random random, int number) {
        ArrayNode packets = JSON.createArrayNode();
        for (int i = 0; i < number; i++) {
            packets.add(new RandomPackets(pool, random).draw().put("id", "p" + i));
        }
        return packets;
    }

    private ObjectNode draw() {
        ObjectNode packet = JSON.createObjectNode();
        if (once(random, 3)) {
            sent(packet);
        } else {
            arriving(packet);
        }
        transport(packet);
        if (!pool.isV6() && once(random, 8)) {
            packet.put("ttl", pick(random, List.of(1, 2, 63, 255)));
        }
        return packet;
    }

    private void sent(ObjectNode packet) {
        packet.put("src", pick(random, once(random, 8) ? pool.pods() : pool.own()));
        String to = pool.address(random);
        boolean group = to.startsWith("224.") || to.startsWith("239.") || to.startsWith("ff") || to.equals("0.0.0.0");
        packet.put("dst", group ? pick(random, pool.services()) : to);
        if (once(random, 4)) {
            packet.put("mark", pick(random, List.of(1, 7, 0x10, 0x4000, 0x4001)));
        }
        if (once(random, 4)) {
            packet.put("uid", 1337);
        }
    }

    private void arriving(ObjectNode packet) {
        boolean pod = random.nextBoolean();
        packet.put(
                "in",
                pick(random, pod ? List.of("cni0", "cni0", "flannel.1") : List.of("eth0", "eth0", "eth0", "cni0")));
        String from = pick(random, pod ? pool.pods() : pool.outside());
        if (once(random, 12)) {
            from = pick(random, pool.isV6() || random.nextBoolean() ? pool.own() : NEVER_FROM);
        }
        packet.put("src", from);
        packet.put("dst", pool.address(random));
    }

    private void transport(ObjectNode packet) {
        String protocol = pick(random, Pool.PROTOCOLS);
        boolean icmp = protocol.equals("icmp");
        packet.put("proto", icmp && pool.isV6() ? "icmpv6" : once(random, 25) ? "udplite" : protocol);
        if (icmp && !pool.isV6()) {
            packet.put("icmp_type", pick(random, List.of(8, 8, 0)));
        }
        packet.put("sport", pick(random, Pool.PORTS)).put("dport", pick(random, Pool.PORTS));
        if (protocol.equals("tcp") && once(random, 5)) {
            packet.put("flags", pick(random, List.of("ACK", "SYN,ACK", "RST", "FIN", "FIN,ACK")));
        }
        if (!icmp && once(random, 5)) {
            packet.put("data", "x".repeat(1 + random.nextInt(40)));
        }
    }
}
