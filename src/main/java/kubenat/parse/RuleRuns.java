package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kubenat.source.Bytes;

/**
 * Where the rules of each chain stand: runs of lines that follow each other, linked in the order of the chain. A dump
 * of a node has one run per chain; the input of iptables-restore may have many.
 */
final class RuleRuns {
    private static final int NONE = -1;

    private final Bytes bytes;
    private final IntColumn first = new IntColumn();
    private final IntColumn last = new IntColumn();
    private final LongColumn start = new LongColumn();
    private final IntColumn line = new IntColumn();
    private final IntColumn count = new IntColumn();
    private final IntColumn next = new IntColumn();

    RuleRuns(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Appends the rules on some lines that follow each other to a chain. */
    void append(int chain, long offset, int number, int rules) {
        makeRoom(chain);
        int run = last.get(chain);
        if (run != NONE && line.get(run) + count.get(run) == number) {
            count.set(run, count.get(run) + rules);
            return;
        }
        int added = add(offset, number, rules);
        if (run == NONE) {
            first.set(chain, added);
        } else {
            next.set(run, added);
        }
        last.set(chain, added);
    }

    /** Puts the rule on a line before the rule that was the {@code position}-th of the chain, from 1. */
    void insert(int chain, int position, long offset, int number) {
        makeRoom(chain);
        int before = NONE;
        int run = first.get(chain);
        int skip = position - 1;
        while (run != NONE && skip >= count.get(run)) {
            skip -= count.get(run);
            before = run;
            run = next.get(run);
        }
        if (run != NONE && skip > 0) {
            before = run;
            run = split(chain, run, skip);
        }
        link(chain, before, add(offset, number, 1), run);
    }

    /** Takes all rules from a chain. */
    void clear(int chain) {
        makeRoom(chain);
        first.set(chain, NONE);
        last.set(chain, NONE);
    }

    /** How many rules a chain has. */
    int count(int chain) {
        int rules = 0;
        for (int run = first(chain); run != NONE; run = next.get(run)) {
            rules += count.get(run);
        }
        return rules;
    }

    /** The line of a chain's first rule; 0 if it has none. */
    int firstLine(int chain) {
        return first(chain) == NONE ? 0 : line.get(first(chain));
    }

    /** Shows the lines of a chain's rules in the chain's order. */
    void each(int chain, LineVisitor visitor) {
        for (int run = first(chain); run != NONE; run = next.get(run)) {
            long offset = start.get(run);
            for (int i = 0; i < count.get(run); i++) {
                visitor.line(offset, line.get(run) + i);
                offset = bytes.indexOf('\n', offset) + 1;
            }
        }
    }

    /** The first lines of a chain's rules. */
    Stream<LineRef> first(int chain, int most) {
        List<LineRef> lines = new ArrayList<>();
        for (int run = first(chain); run != NONE && lines.size() < most; run = next.get(run)) {
            long offset = start.get(run);
            for (int i = 0; i < count.get(run) && lines.size() < most; i++) {
                lines.add(new LineRef(offset, line.get(run) + i));
                offset = bytes.indexOf('\n', offset) + 1;
            }
        }
        return lines.stream();
    }

    /** Is shown lines: the offset at which one begins, and its number. */
    @FunctionalInterface
    interface LineVisitor {
        void line(long offset, int number);
    }

    private int first(int chain) {
        return chain < first.size() ? first.get(chain) : NONE;
    }

    private int split(int chain, int run, int kept) {
        long offset = start.get(run);
        for (int i = 0; i < kept; i++) {
            offset = bytes.indexOf('\n', offset) + 1;
        }
        int rest = add(offset, line.get(run) + kept, count.get(run) - kept);
        count.set(run, kept);
        link(chain, run, rest, next.get(run));
        return rest;
    }

    private void link(int chain, int before, int run, int after) {
        next.set(run, after);
        if (before == NONE) {
            first.set(chain, run);
        } else {
            next.set(before, run);
        }
        if (after == NONE) {
            last.set(chain, run);
        }
    }

    private int add(long offset, int number, int rules) {
        start.add(offset);
        line.add(number);
        count.add(rules);
        next.add(NONE);
        return next.size() - 1;
    }

    private void makeRoom(int chain) {
        if (chain >= first.size()) {
            first.fill(chain + 1, NONE);
            last.fill(chain + 1, NONE);
        }
    }
}
