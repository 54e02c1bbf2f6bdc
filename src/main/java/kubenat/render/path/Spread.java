package kubenat.render.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Share;
import kubenat.render.Percent;
import kubenat.trace.SourceClass;

/**
 * The part of the packets that come to an ending, as far as it depends on conditions.
 *
 * @param least when any come at all
 */
public record Spread(Share least, Share most) {
    /** With more conditions than these, only those that are the same are added up. */
    private static final int MOST = 60;

    /** The hairpin class, of which each endpoint sees its own part only, is asked last. */
    static Spread of(List<Way> ways) {
        SourceClass asked = ways.stream()
                .map(Way::from)
                .filter(from -> from != SourceClass.ENDPOINT)
                .findFirst()
                .orElse(SourceClass.ENDPOINT);
        Map<List<Condition>, List<Way>> groups = new LinkedHashMap<>();
        ways.stream()
                .filter(way -> way.from() == asked)
                .forEach(way -> groups.computeIfAbsent(way.when(), none -> new ArrayList<>())
                        .add(way));
        List<List<Way>> all = List.copyOf(groups.values());
        List<Share> sums = IntStream.range(0, all.size())
                .mapToObj(group -> sum(group, all))
                .toList();
        Comparator<Share> bySize = Comparator.comparingDouble(Share::toDouble);
        return new Spread(
                sums.stream().min(bySize).orElse(Share.NONE),
                sums.stream().max(bySize).orElse(Share.NONE));
    }

    /** The share under the conditions of a group: that of all groups whose packets may be the same. */
    private static Share sum(int group, List<List<Way>> all) {
        Way first = all.get(group).get(0);
        return IntStream.range(0, all.size())
                .filter(other -> other == group
                        || all.size() <= MOST && all.get(other).get(0).meets(first))
                .mapToObj(all::get)
                .flatMap(List::stream)
                .map(way -> way.outcome().share())
                .reduce(Share.NONE, Share::plus);
    }

    /** Such as {@code 50 %}, or {@code 50 – 100 %}. */
    @Override
    public String toString() {
        String high = Percent.of(most);
        String low = Percent.of(least);
        return low.equals(high) ? high : low.replace(" %", "") + " – " + high;
    }
}
