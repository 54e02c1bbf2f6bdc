package kubenat.render.text;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.packet.Share;
import kubenat.trace.Step;

/** A node of a {@link PathTree} while ways are still being added. */
final class OpenNode {
    /** Conditions under which packets came: to compare more of them two by two would take longer than the trace. */
    private static final int MANY = 200;

    /** Levels that anybody reads; legacy iptables loads a dump of any depth, nft none beyond 16 jumps. */
    static final int DEEPEST = 64;

    private final Map<Key, OpenNode> children = new LinkedHashMap<>();
    /** The steps that packets took here, and under which conditions. */
    private final IdentityHashMap<Step, BitSet> steps = new IdentityHashMap<>();

    private final Optional<Step> first;
    private final int depth;
    private boolean isEnd;

    private OpenNode(Optional<Step> first, int depth) {
        this.first = first;
        this.depth = depth;
    }

    static OpenNode root() {
        return new OpenNode(Optional.empty(), 0);
    }

    /** A rule by its number; returns and policies come after all rules. */
    private record Key(String chain, int number, Step.Kind kind) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byNumber = Integer.compare(number, other.number);
            return byNumber == 0 ? kind.compareTo(other.kind) : byNumber;
        }

        static Key of(Step step) {
            int number = step.rule().map(rule -> rule.number()).orElse(Integer.MAX_VALUE);
            return new Key(step.chain().name(), number, step.kind());
        }
    }

    OpenNode child(Step step) {
        return children.computeIfAbsent(Key.of(step), none -> new OpenNode(Optional.of(step), depth + 1));
    }

    /** Whether what its rules lead to hangs beside them, as it would be too deep below them. */
    boolean isDeepest() {
        return depth == DEEPEST;
    }

    void meet(Step step, int world) {
        steps.computeIfAbsent(step, none -> new BitSet()).set(world);
    }

    void end() {
        isEnd = true;
    }

    List<PathNode> children(Worlds worlds) {
        return children.entrySet().stream()
                .sorted((one, other) -> isDeepest() ? 0 : one.getKey().compareTo(other.getKey()))
                .map(Map.Entry::getValue)
                .map(child -> new PathNode(
                        child.first.orElseThrow(), child.share(worlds), child.isEnd, child.children(worlds)))
                .toList();
    }

    /**
     * The sum of what came here, if it is the same under all conditions under which something came. It is exact: in whatever order
     * packets came, two cases that have the same sum are seen to have it.
     */
    private Optional<Double> share(Worlds worlds) {
        if (steps.size() == 1) {
            return Optional.of(steps.keySet().iterator().next().share().toDouble());
        }
        if (steps.keySet().stream().allMatch(step -> step.share().equals(Share.ALL))) {
            return Optional.of(1.0);
        }
        BitSet met = new BitSet();
        steps.values().forEach(met::or);
        if (met.cardinality() > MANY || !worlds.areExclusive(met)) {
            return Optional.empty();
        }
        Map<Integer, Share> sums = new LinkedHashMap<>();
        met.stream().forEach(world -> sums.put(world, Share.NONE));
        Share always = Share.NONE;
        for (Map.Entry<Step, BitSet> step : steps.entrySet()) {
            Share share = step.getKey().share();
            if (step.getValue().stream().anyMatch(worlds::isAlways)) {
                always = always.plus(share);
            } else {
                step.getValue().stream().forEach(world -> sums.merge(world, share, Share::plus));
            }
        }
        return same(always, sums, worlds);
    }

    private static Optional<Double> same(Share always, Map<Integer, Share> sums, Worlds worlds) {
        List<Double> shares = sums.entrySet().stream()
                .filter(sum -> sums.size() == 1 || !worlds.isAlways(sum.getKey()))
                .map(sum -> sum.getValue().plus(always).toDouble())
                .toList();
        double one = shares.get(0);
        boolean same = shares.stream().allMatch(share -> Math.abs(share - one) < 1e-9);
        return same ? Optional.of(Math.min(1, one)) : Optional.empty();
    }
}
