package kubenat.render;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static Columns table(Random random) {
        Columns columns = new Columns(List.of(true, true, false, false, false));
        for (int row = 1 + random.nextInt(8); row > 0; row--) {
            columns.add(
                    Cell.of("" + random.nextInt(5000)),
                    Cell.of(random.nextBoolean() ? "33.3 %" : ""),
                    Cell.of("  ".repeat(random.nextInt(4)) + words(random)),
                    Cell.of(words(random)),
                    Cell.of(words(random)));
        }
        return columns;
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder("└ ");
        for (int i = random.nextInt(12); i > 0; i--) {
            words.append("ab語c".repeat(1 + random.nextInt(3))).append(' ');
        }
        return words.toString().strip();
    }

    private static String print(Columns columns, int width) {
        StringBuilder out = new StringBuilder();
        columns.print("    ", new Theme(false, false, width, Links.NONE), out);
        return out.toString();
    }

    @Test
    void keepWithinTheWidthAndLoseNoWord() {
        forAll(ColumnsTest::table, columns -> {
            String whole = print(columns, Integer.MAX_VALUE);
            for (int width : new int[] {40, 60, 80, 120}) {
                String broken = print(columns, width);
                assertThat(broken.lines())
                        .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
                assertThat(broken.strip().split("\\s+"))
                        .containsExactly(whole.strip().split("\\s+"));
            }
        });
    }

    @Test
    void areAsTheyWereWhereThereIsRoom() {
        forAll(
                ColumnsTest::table,
                columns -> assertThat(print(columns, 1000)).isEqualTo(print(columns, Integer.MAX_VALUE)));
    }

    @Test
    void wideEmptyColumnsStayNarrowWhereThereIsNoRoom() {
        Columns columns = new Columns(List.of(false, true, false));
        columns.add(Cell.of("from outside or a Pod"), Cell.of("50 %"), Cell.of("10.244.1.2:80"));
        columns.add(Cell.EMPTY, Cell.of("50 %"), Cell.of("10.244.2.2:80"));

        assertThat(print(columns, 40)).endsWith("\n          50 %  10.244.2.2:80\n");
        assertThat(print(columns, 80)).endsWith("\n                           50 %  10.244.2.2:80\n");
    }

    @Test
    void aNumberAndItsPercentSignStayTogether() {
        assertThat(Broken.lines("to 10.1.1.1:80 and 10.1.1.2:80, 50 % each", 34, 34))
                .containsExactly("to 10.1.1.1:80 and 10.1.1.2:80,", "50 % each");
    }

    @Test
    void wordsThatAreTooLongStayWhole() {
        Columns columns = new Columns(List.of(false, false));
        columns.add(Cell.of("from"), Cell.of("x".repeat(100) + " y"));

        assertThat(print(columns, 40)).isEqualTo("    from\n        " + "x".repeat(100) + "\n        y\n");
    }
}
