package kubenat.model.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
    private static final Packet PACKET = Packet.fresh(
            Protocol.TCP,
            new Header(AddressSet.all(Family.IPV4), NumberSet.PORTS, AddressSet.all(Family.IPV4), NumberSet.PORTS),
            InterfaceSet.ANY);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # how,    those that meet it, and that do not
            and,      1/6,                5/6
            or,       4/6,                2/6
            choose,   3/6,                3/6
            """)
    void aChanceWithinAChanceIsAPartOfIt(String how, String yes, String no) {
        Split half = Split.chance(PACKET, Share.of(1, 2));
        Split split = switch (how) {
            case "and" -> half.and(p -> Split.chance(p, Share.of(1, 3)));
            case "or" -> half.or(p -> Split.chance(p, Share.of(1, 3)));
            default -> half.choose(p -> Split.chance(p, Share.of(1, 3)), p -> Split.chance(p, Share.of(2, 3)));
        };

        assertThat(sum(split.yes())).isEqualTo(share(yes));
        assertThat(sum(split.no())).isEqualTo(share(no));
    }

    private static Share sum(List<Part> parts) {
        return parts.stream().map(Part::share).reduce(Share.NONE, Share::plus);
    }

    private static Share share(String text) {
        String[] words = text.split("/");
        return Share.of(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    @Test
    void ofValuesThatExcludeEachOtherOneIsTaken() {
        Condition one = Condition.opaque("cpu", "0", "on processor 0");
        Condition other = Condition.opaque("cpu", "1", "on processor 1");

        Packet taken = Split.oneOf(PACKET, one).yes().get(0).packet();

        assertThat(Split.oneOf(taken, one).truth()).isEqualTo(Truth.YES);
        assertThat(Split.oneOf(taken, other).truth()).isEqualTo(Truth.NO);
        assertThat(Split.oneOf(PACKET.with(one, false), other).truth()).isEqualTo(Truth.MAYBE);
    }
}
