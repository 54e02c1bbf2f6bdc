package kubenat.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kubenat.model.Ruleset;
import kubenat.model.packet.Node;
import kubenat.testing.Dumps;
import kubenat.trace.Origin;
import kubenat.trace.Outcome;
import kubenat.trace.Tracer;
import kubenat.trace.Ways;

/**
 * A dump, a node and packets that the kernel and the tracer are both asked about.
 *
 * @param kernelCase the node and the packets, as {@code oracle.py} reads them
 */
record Differential(String dump, ObjectNode kernelCase) {
    /** A packet of which the tracer says something else than the kernel. */
    record Difference(int packet, String text) {}

    /** The first numbers that {@link Random} draws for seeds that are near each other are near each other, too. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /**
     * A random case; the same seed draws the same. Every fourth is IPv6; in some nothing asks for connections, or nothing that
     * is ever reached, so that it depends on the rules whether nat is asked at all.
     */
    static Differential random(long seed, int packets) {
        Random random = new Random(seed * SPREAD);
        boolean quiet = Pool.once(random, 8);
        Pool pool = seed % 4 == 3 ? Pool.V6 : Pool.V4;
        ObjectNode kernelCase = new ObjectMapper().createObjectNode();
        kernelCase.put("family", pool.isV6() ? 6 : 4);
        kernelCase.put("conntrack", !quiet && !Pool.once(random, 4));
        kernelCase.set("node", RandomNode.of(pool, random));
        String dump = RandomDump.of(pool, random, quiet);
        kernelCase.set("packets", RandomPackets.of(pool, random, packets));
        return new Differential(dump, kernelCase);
    }

    /** What the kernel says; empty if it refuses the dump. */
    Optional<List<KernelAnswer>> ask(Backend backend) {
        return Kernel.judge(dump, kernelCase, backend);
    }

    /** Where the tracer differs. */
    List<Difference> compare(Backend backend, List<KernelAnswer> answers) {
        return compare(backend, answers, false);
    }

    /** Where the tracer differs, if each sender of a packet that was rejected has been told so, or not. */
    List<Difference> compare(Backend backend, List<KernelAnswer> answers, boolean toldAlways) {
        KernelNode kernelNode = new KernelNode(kernelCase);
        Ruleset ruleset = Dumps.parse(kernelNode.family(), dump);
        Node node = kernelNode.node(backend);
        Memory memory = new Memory(ruleset);
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            KernelPacket packet = new KernelPacket(packets().get(i), kernelCase);
            Origin origin = packet.origin();
            List<Outcome> outcomes = Ways.apart(new Tracer(ruleset, node, false), memory.recalled(origin));
            int number = i;
            new Comparison(outcomes, answers.get(i), toldAlways)
                    .difference()
                    .ifPresent(text -> differences.add(new Difference(number, packet + "\n" + text)));
            memory.keep(origin, answers.get(i));
        }
        return differences;
    }

    JsonNode packets() {
        return kernelCase.get("packets");
    }

    /** The same with this packet alone. */
    Differential only(int packet) {
        ObjectNode fewer = kernelCase.deepCopy();
        fewer.putArray("packets").add(packets().get(packet));
        return new Differential(dump, fewer);
    }

    Differential with(String otherDump) {
        return new Differential(otherDump, kernelCase);
    }
}
