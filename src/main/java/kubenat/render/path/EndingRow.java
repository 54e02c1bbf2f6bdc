package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.ChainName;
import kubenat.model.packet.Share;

/**
 * One row of the endings' column: an ending, or several of a kind as one.
 *
 * @param first the ending, or the first of those that are not shown each
 * @param folded all of these if there is more than one
 * @param share of all of them together
 */
public record EndingRow(Ending first, List<Ending> folded, Spread share) {
    /** As many rows as a person looks at one by one. */
    private static final int MOST = 12;

    private static final int MOST_PROBLEMS = 6;

    public EndingRow {
        folded = List.copyOf(folded);
    }

    static EndingRow of(Ending ending) {
        return new EndingRow(ending, List.of(ending), ending.share());
    }

    public boolean isFolded() {
        return folded.size() > 1;
    }

    /** How packets come to them: each way with the share of all together. */
    public List<Ending.Arrival> arrivals() {
        Map<ChainName, Ending.Arrival> arrivals = new LinkedHashMap<>();
        for (Ending ending : folded) {
            ending.arrivals().forEach(arrival -> arrivals.merge(arrival.source(), arrival, EndingRow::both));
        }
        return List.copyOf(arrivals.values());
    }

    private static Ending.Arrival both(Ending.Arrival one, Ending.Arrival other) {
        return new Ending.Arrival(one.source(), one.step(), one.share().plus(other.share()));
    }

    public EndingKey.Kind kind() {
        return first.key().kind();
    }

    /** All endings as rows; where there are too many, endpoints are folded before problems are. */
    public static List<EndingRow> of(List<Ending> endings) {
        if (endings.size() <= MOST) {
            return endings.stream().map(EndingRow::of).toList();
        }
        List<Ending> problems = endings.stream()
                .filter(ending -> ending.key().kind() == EndingKey.Kind.PROBLEM)
                .toList();
        List<Ending> others = endings.stream()
                .filter(ending -> ending.key().kind() != EndingKey.Kind.PROBLEM)
                .toList();
        int shown = Math.min(problems.size(), MOST_PROBLEMS);
        List<EndingRow> rows = new ArrayList<>(folding(others, MOST - shown));
        rows.addAll(folding(problems, MOST_PROBLEMS));
        return rows;
    }

    private static List<EndingRow> folding(List<Ending> endings, int most) {
        if (endings.size() <= most) {
            return endings.stream().map(EndingRow::of).toList();
        }
        List<EndingRow> rows = new ArrayList<>();
        endings.subList(0, most - 1).forEach(ending -> rows.add(of(ending)));
        List<Ending> rest = endings.subList(most - 1, endings.size());
        Share share = rest.stream().map(ending -> ending.share().most()).reduce(Share.NONE, Share::plus);
        rows.add(new EndingRow(rest.get(0), rest, new Spread(share, share)));
        return rows;
    }
}
