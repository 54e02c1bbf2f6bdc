package kubenat.heat;

import java.util.List;
import java.util.Locale;

/** What can be said of how often chance has chosen each of several rules. */
public enum Fairness {
    AS_EXPECTED("as even as chance makes it"),
    UNEVEN("not as chance makes it: so far off comes once in ten thousand times"),
    TOO_FEW("too few to judge"),
    BY_TURNS("not judged: it is by turns, not by chance"),
    MAY_COME_BACK("not judged: packets may come back from a target and be counted twice"),
    ALONE("there is no choice");

    /** So improbable must numbers be before they are called uneven: a dump may have a thousand Services. */
    private static final double IMPROBABLE = 1e-4;

    /** Of fewer expected packets the chi-square distribution is too rough so far out. */
    private static final double FEWEST = 10;

    private final String words;

    Fairness(String words) {
        this.words = words;
    }

    /** Pearson's test of independent draws. */
    static Fairness ofChance(List<Draw> draws) {
        double all = draws.stream().mapToDouble(Draw::packets).sum();
        double sum = 0;
        for (Draw draw : draws) {
            double expected = all * draw.expected();
            if (expected < FEWEST) {
                return TOO_FEW;
            }
            sum += (draw.packets() - expected) * (draw.packets() - expected) / expected;
        }
        return ChiSquare.tail(sum, draws.size() - 1) < IMPROBABLE ? UNEVEN : AS_EXPECTED;
    }

    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
