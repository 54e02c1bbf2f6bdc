package kubenat.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kubenat.model.packet.Share;

/**
 * The effective shares of rules that are tried one after the other: each gets its chance of what those before it have left.
 * Service ports with equally many endpoints have the same ones, so they are kept; several threads may ask.
 */
final class Shares {
    private final Map<List<Share>, List<Share>> known = new ConcurrentHashMap<>();

    /** One share for each chance, and what is left as the last one; together they are all. */
    List<Share> of(List<Share> chances) {
        return known.computeIfAbsent(List.copyOf(chances), Shares::compute);
    }

    private static List<Share> compute(List<Share> chances) {
        List<Share> shares = new ArrayList<>();
        Share left = Share.ALL;
        for (Share chance : chances) {
            shares.add(left.times(chance));
            left = left.times(chance.rest());
        }
        shares.add(left);
        return List.copyOf(shares);
    }
}
