package kubenat.oracle;

import static java.util.stream.Collectors.joining;
import static kubenat.oracle.Pool.pick;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import kubenat.model.Ruleset;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.Node;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Share;
import kubenat.testing.Dumps;
import kubenat.testing.ForAll;
import kubenat.trace.Merging;
import kubenat.trace.Origin;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;
import kubenat.trace.Tracer;
import kubenat.trace.Ways;
import org.junit.jupiter.api.Test;

/**
 * What is said of packets of which little is known is true of every one of them: of any packet, in any world of what the rules
 * leave open, the shares add up to just 1, and what becomes of it is what the tracer says of that packet alone.
 */
class EveryPacketOnceTest {
    private static final int PACKETS = 12;

    /** A dump, its node and a destination. */
    private record Question(String dump, Ruleset ruleset, Node node, Pool pool, Packet some, Random random) {
        @Override
        public String toString() {
            return some.original().destination() + " in\n" + dump;
        }

        static Question random(Random random) {
            Pool pool = random.nextInt(4) == 0 ? Pool.V6 : Pool.V4;
            ObjectNode kernelCase = new ObjectMapper().createObjectNode();
            kernelCase.put("family", pool.isV6() ? 6 : 4);
            kernelCase.set("node", RandomNode.of(pool, random));
            ((ObjectNode) kernelCase.get("node")).remove("sysctl");
            String dump = Stream.generate(() -> RandomDump.of(pool, random))
                    .limit(1)
                    .flatMap(String::lines)
                    .filter(line -> !line.matches(".*(REDIRECT|--to-destination \\S*-|--to-ports|--random).*"))
                    .collect(joining("\n", "", "\n"));
            KernelNode kernelNode = new KernelNode(kernelCase);
            List<List<String>> kinds = List.of(pool.services(), pool.pods(), pool.own(), pool.outside());
            String to = pick(random, pick(random, kinds));
            return new Question(
                    dump,
                    Dumps.parse(kernelNode.family(), dump),
                    kernelNode.node(pick(random, List.of(Backend.values()))),
                    pool,
                    packet(pool, pick(random, List.of(6, 17)), to, pick(random, Pool.PORTS)),
                    random);
        }

        private static Packet packet(Pool pool, int protocol, String to, int port) {
            AddressSet source = AddressSet.all(pool.family());
            AddressSet destination = AddressSet.of(Address.parse(to));
            Header header = new Header(source, NumberSet.PORTS, destination, NumberSet.of(port));
            Packet packet = Packet.fresh(new Protocol(protocol), header, InterfaceSet.ANY);
            for (Fact fact : Fact.values()) {
                packet = packet.with(fact, NumberSet.of(fact == Fact.TCP_FLAGS ? 2 : 64));
            }
            return packet;
        }

        Choices world() {
            List<String> sources = new ArrayList<>(pool.pods());
            sources.addAll(pool.outside());
            Packet one = some.narrowSource(AddressSet.of(Address.parse(pick(random, sources))))
                    .narrowSourcePort(NumberSet.of(pick(random, Pool.PORTS)));
            return new Choices(
                    one, pick(random, List.of("eth0", "cni0", "flannel.1", "nak0")), "eth9", random.nextLong());
        }
    }

    @Test
    void sharesAndConditionsCoverEveryPacketOnceAndAreTrueOfIt() {
        ForAll.forAll(400, Question::random, question -> {
            Tracer tracer = new Tracer(question.ruleset(), question.node(), false);
            List<Outcome> apart = Ways.apart(tracer, new Origin(SourceClass.OUTSIDE, question.some()));
            List<Outcome> merged = Merging.merge(apart);
            for (int i = 0; i < PACKETS; i++) {
                Choices world = question.world();
                Packet one = world.packet().withIn(InterfaceSet.named(world.in()));
                List<Outcome> alone = tracer.follow(new Origin(SourceClass.OUTSIDE, one));

                Map<String, Share> expected = results(world.of(alone));
                assertThat(results(world.of(apart))).as("%s", world).isEqualTo(expected);
                assertThat(results(world.of(merged))).as("%s", world).isEqualTo(expected);
                assertThat(expected.values().stream().reduce(Share.NONE, Share::plus))
                        .isEqualTo(Share.ALL);
            }
        });
    }

    /** What can become of a packet, each with its share. */
    static Map<String, Share> results(List<Outcome> outcomes) {
        Map<String, Share> results = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            Packet packet = outcome.packet();
            String result = outcome.verdict() + " to "
                    + packet.header().destination().ranges()
                    + packet.header().destinationPort() + " mark " + packet.mark() + " translated "
                    + packet.connection().destination() + packet.connection().source() + " by "
                    + outcome.decidedBy().map(EveryPacketOnceTest::place).orElse("routing");
            results.merge(result, outcome.share(), Share::plus);
        }
        return new java.util.TreeMap<>(results);
    }

    private static String place(Step step) {
        return step.chain() + " " + step.rule().map(rule -> rule.number()).orElse(0);
    }
}
