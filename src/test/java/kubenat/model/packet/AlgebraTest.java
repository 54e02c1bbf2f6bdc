package kubenat.model.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kubenat.testing.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sets of addresses, numbers, interfaces and mark bits, and shares, behave as sets and fractions do. */
class AlgebraTest {

    private record Sets<T>(T a, T b) {}

    private static AddressSet addresses(Random random, Family family) {
        AddressSet set = AddressSet.none(family);
        for (int i = random.nextInt(4); i > 0; i--) {
            long low = random.nextInt(40);
            Address first = family == Family.IPV4 ? Address.v4(low) : new Address(family, 0, low - 20);
            int length = family.bits() - random.nextInt(5);
            set = set.union(AddressSet.of(new Cidr(first, length)));
        }
        return set;
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void addressSetsHoldWhatTheirOperationsSay(Family family) {
        ForAll.forAll(random -> new Sets<>(addresses(random, family), addresses(random, family)), sets -> {
            AddressSet a = sets.a();
            AddressSet b = sets.b();
            for (long low = -20; low < 80; low++) {
                Address one = family == Family.IPV4 ? Address.v4(low) : new Address(family, 0, low);
                boolean inA = a.contains(one);
                boolean inB = b.contains(one);

                assertThat(a.union(b).contains(one)).isEqualTo(inA || inB);
                assertThat(a.intersect(b).contains(one)).isEqualTo(inA && inB);
                assertThat(a.minus(b).contains(one)).isEqualTo(inA && !inB);
                assertThat(a.complement().contains(one)).isEqualTo(!inA);
            }

            assertThat(AddressSet.of(family, a.cidrs())).isEqualTo(a);
            assertThat(a.complement().complement()).isEqualTo(a);
            assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
            assertThat(a.containsAll(b)).isEqualTo(a.union(b).equals(a));
        });
    }

    private static NumberSet numbers(Random random) {
        NumberSet set = NumberSet.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            int first = random.nextInt(30);
            set = set.union(NumberSet.range(first, first + random.nextInt(10)));
        }
        return set;
    }

    @Test
    void numberSetsHoldWhatTheirOperationsSay() {
        ForAll.forAll(random -> new Sets<>(numbers(random), numbers(random)), sets -> {
            NumberSet a = sets.a();
            NumberSet b = sets.b();
            for (int n = 0; n < 45; n++) {
                assertThat(a.union(b).contains(n)).isEqualTo(a.contains(n) || b.contains(n));
                assertThat(a.intersect(b).contains(n)).isEqualTo(a.contains(n) && b.contains(n));
                assertThat(a.minus(b).contains(n)).isEqualTo(a.contains(n) && !b.contains(n));
                assertThat(a.map(m -> m + 1).contains(n + 1)).isEqualTo(a.contains(n));
            }

            assertThat(NumberSet.where(45, a::contains)).isEqualTo(a);
            assertThat(a.minus(b).count() + a.intersect(b).count()).isEqualTo(a.count());
        });
    }

    @Test
    void sharesAreExactFractions() {
        ForAll.forAll(random -> new Sets<>(1 + random.nextInt(500), 1 + random.nextInt(500)), numbers -> {
            int n = numbers.a();
            Share part = Share.of(1, n);
            Share sum = Share.NONE;
            for (int i = 0; i < n; i++) {
                sum = sum.plus(part);
            }

            assertThat(sum).isEqualTo(Share.ALL);
            assertThat(part.plus(part.rest())).isEqualTo(Share.ALL);
            assertThat(part.times(Share.of(1, numbers.b()))).isEqualTo(Share.of(1, (long) n * numbers.b()));
            assertThat(part.times(Share.of(1, numbers.b())).of(part)).isEqualTo(Share.of(1, numbers.b()));
        });
    }

    /** A mark, and the operations that rules do on it and on another. */
    private record Marks(int mark, int saved, List<int[]> operations) {}

    private static Marks marks(Random random) {
        List<int[]> operations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            operations.add(new int[] {random.nextInt(4), random.nextInt(16), random.nextInt(16)});
        }
        return new Marks(random.nextInt(16), random.nextInt(16), operations);
    }

    /** The bits are followed beside the numbers that the kernel would have: xt_mark and xt_connmark. */
    @Test
    void marksOfWhichNothingIsKnownAreFollowedThroughEveryOperation() {
        ForAll.forAll(500, AlgebraTest::marks, marks -> {
            int mark = marks.mark();
            int saved = marks.saved();
            MarkBits markBits = MarkBits.UNKNOWN;
            MarkBits savedBits = MarkBits.unknown("the connection's mark");
            for (int[] operation : marks.operations()) {
                int x = operation[1];
                int y = operation[2];
                switch (operation[0]) {
                    case 0 -> {
                        mark = mark & ~y ^ x;
                        markBits = markBits.xset(x, y);
                    }
                    case 1 -> {
                        saved = saved & ~x ^ mark & y;
                        savedBits = savedBits.mixed(x, markBits, y);
                    }
                    case 2 -> {
                        mark = mark & ~x ^ saved & y;
                        markBits = markBits.mixed(x, savedBits, y);
                    }
                    default -> markBits = asked(markBits, mark, x & y, y);
                }

                assertThat(mark & markBits.known()).isEqualTo(markBits.value());
                assertThat(saved & savedBits.known()).isEqualTo(savedBits.value());
            }
        });
    }

    private static MarkBits asked(MarkBits bits, int mark, int wanted, int mask) {
        boolean holds = (mark & mask) == wanted;
        if (bits.test(wanted, mask) != Truth.MAYBE) {
            assertThat(bits.test(wanted, mask)).isEqualTo(Truth.of(holds));
            return bits;
        }
        return holds ? bits.that(wanted, mask) : bits.except(wanted, mask);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # first asked, then rule,  asked again, is the same question
            1/1,           xset 0 0,   1/1,         true
            1/1,           xset 1 0,   0/1,         true
            5/7,           xset 2 2,   5/5,         false
            5/7,           xset 8 8,   d/f,         true
            5/7,           xset 0 7,   0/7,         false
            """)
    void aQuestionAboutAMarkIsAboutWhatItCameWith(String first, String rule, String again, boolean same) {
        String[] words = rule.split(" ");
        MarkBits changed = MarkBits.UNKNOWN.xset(hex(words[1]), hex(words[2]));
        Condition before = MarkBits.UNKNOWN.condition(hex(first.split("/")[0]), hex(first.split("/")[1]));
        Condition after = changed.condition(hex(again.split("/")[0]), hex(again.split("/")[1]));

        assertThat(after.equals(before)).isEqualTo(same);
    }

    private static int hex(String text) {
        return Integer.parseInt(text, 16);
    }

    private static InterfaceSet interfaces(Random random, List<InterfacePattern> patterns) {
        InterfaceSet set = InterfaceSet.ANY;
        for (int i = random.nextInt(4); i > 0; i--) {
            InterfacePattern pattern = patterns.get(random.nextInt(patterns.size()));
            if (set.fits(pattern) == Truth.MAYBE) {
                set = random.nextBoolean() ? set.that(pattern) : set.except(pattern);
            }
        }
        return set;
    }

    @Test
    void whatIsKnownOfAnInterfaceNeverContradictsItsName() {
        List<InterfacePattern> patterns = Stream.of("eth0", "eth+", "eth1", "e+", "cni0", "c+", "+", "lo", "")
                .map(InterfacePattern::new)
                .toList();
        List<String> names = List.of("eth0", "eth1", "eth", "e0", "cni0", "lo", "tap1");

        ForAll.forAll(500, random -> interfaces(random, patterns), set -> {
            for (String name : names) {
                boolean possible = set.is().stream().allMatch(p -> p.matches(name))
                        && set.isNot().stream().noneMatch(p -> p.matches(name));
                for (InterfacePattern pattern : patterns) {
                    Truth fits = set.fits(pattern);
                    assertThat(!possible || fits == Truth.MAYBE || fits == Truth.of(pattern.matches(name)))
                            .as("%s of %s and %s", name, set, pattern)
                            .isTrue();
                }
            }
        });
    }
}
