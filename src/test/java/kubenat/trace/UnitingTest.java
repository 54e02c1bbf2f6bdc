package kubenat.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Fact;
import kubenat.model.packet.Family;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Share;
import kubenat.model.packet.Split;
import kubenat.testing.ForAll;
import org.junit.jupiter.api.Test;

/** Sets of packets that are made one hold the same packets as before, with the same shares. */
class UnitingTest {
    private static final AddressSet ANYWHERE = AddressSet.of(Address.parse("10.0.0.1"));

    /** What the rules leave open, decided. */
    private record World(String source, int port, String in, int ttl, List<Boolean> coins) {
        static World random(Random random) {
            return new World(
                    "10." + random.nextInt(4) + "." + random.nextInt(4) + ".9",
                    random.nextInt(100),
                    List.of("eth0", "eth1", "eth12", "cni0").get(random.nextInt(4)),
                    random.nextInt(20),
                    List.of(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
        }

        boolean isIn(Packet packet) {
            InterfaceSet device = packet.in();
            return packet.original().source().contains(Address.parse(source))
                    && packet.original().destinationPort().contains(port)
                    && packet.facts().of(Fact.TTL).contains(ttl)
                    && device.is().stream().allMatch(pattern -> pattern.matches(in))
                    && device.isNot().stream().noneMatch(pattern -> pattern.matches(in))
                    && packet.decisions().taken().entrySet().stream()
                            .allMatch(taken -> taken.getValue()
                                    .equals(coins.get(
                                            Integer.parseInt(taken.getKey().value()))));
        }

        Share share(List<State> states) {
            return states.stream()
                    .filter(state -> isIn(state.packet()))
                    .map(State::share)
                    .reduce(Share.NONE, Share::plus);
        }
    }

    @Test
    void holdsTheSamePacketsWithTheSameShares() {
        ForAll.forAll(300, random -> random, random -> {
            List<State> states = parts(random);
            List<State> united = States.UNITING.unite(states);

            assertThat(united.size()).isLessThanOrEqualTo(states.size());
            for (int i = 0; i < 40; i++) {
                World world = World.random(random);
                assertThat(world.share(united)).as("%s", world).isEqualTo(world.share(states));
            }
        });
    }

    @Test
    void makesOneOfAllThatRulesHaveParted() {
        List<State> states = List.of(state(start()));
        for (int i = 0; i < 6; i++) {
            List<State> next = new ArrayList<>();
            for (State state : states) {
                both(split(state.packet(), i, new Random(i))).forEach(part -> next.add(state(part.packet())));
            }
            states = next;
        }

        assertThat(states).hasSizeGreaterThan(30);
        assertThat(States.UNITING.unite(states))
                .singleElement()
                .extracting(State::packet)
                .isEqualTo(start());
    }

    @Test
    void leavesThoseThatGoElsewhereWhereTheyAre() {
        ForAll.forAll(100, random -> random, random -> {
            List<State> states = parts(random);
            State elsewhere =
                    state(start().translateDestination(AddressSet.of(Address.parse("10.244.9.9")), NumberSet.of(1)));
            List<State> more = new ArrayList<>(states);
            more.add(0, elsewhere);

            List<State> united = States.UNITING.unite(more);

            assertThat(united.get(0)).isSameAs(elsewhere);
            assertThat(united.subList(1, united.size())).isEqualTo(States.UNITING.unite(states));
        });
    }

    private static List<State> parts(Random random) {
        List<State> states = new ArrayList<>(List.of(state(start())));
        for (int i = 0; i < 7; i++) {
            List<State> next = new ArrayList<>();
            for (State state : states) {
                List<Part> parts = random.nextInt(4) == 0
                        ? List.of(Part.of(state.packet()))
                        : both(split(state.packet(), random.nextInt(6), random));
                parts.forEach(
                        part -> next.add(new State(part.packet(), state.share().times(part.share()), Trail.START)));
            }
            states = next;
            states.removeIf(state -> random.nextInt(7) == 0);
        }
        return states;
    }

    private static List<Part> both(Split split) {
        List<Part> parts = new ArrayList<>(split.yes());
        parts.addAll(split.no());
        return parts;
    }

    private static Split split(Packet packet, int kind, Random random) {
        int coin = random.nextInt(3);
        return switch (kind) {
            case 0 -> Split.source(packet, AddressSet.of(Cidr.parse("10." + random.nextInt(4) + ".0.0/16")));
            case 1 -> Split.destinationPort(packet, NumberSet.range(random.nextInt(50), 60));
            case 2 ->
                Split.in(
                        packet,
                        new InterfacePattern(
                                List.of("eth0", "eth1", "eth+", "cni0").get(random.nextInt(4))));
            case 3 -> Split.fact(packet, Fact.TTL, NumberSet.range(5, 5 + random.nextInt(9)));
            case 4 -> Split.opaque(packet, Condition.opaque("coin", "" + coin, "coin " + coin));
            default ->
                random.nextBoolean()
                        ? Split.chance(packet, Share.of(1, 2))
                        : Split.source(packet, AddressSet.of(Cidr.parse("10.1." + random.nextInt(4) + ".0/24")));
        };
    }

    private static State state(Packet packet) {
        return new State(packet, Share.ALL, Trail.START);
    }

    private static Packet start() {
        Header header = new Header(AddressSet.all(Family.IPV4), NumberSet.PORTS, ANYWHERE, NumberSet.PORTS);
        return Packet.fresh(Protocol.TCP, header, InterfaceSet.ANY);
    }
}
