package kubenat.parse;

import java.util.ArrayList;
import java.util.Arrays;
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
    private int[] first = new int[0];
    private int[] last = new int[0];
    private long[] start = new long[16];
    private int[] line = new int[16];
    private int[] count = new int[16];
    private int[] next = new int[16];
    private int runs;

    RuleRuns(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Appends the rule on a line to a chain. */
    void append(int chain, long offset, int number) {
        makeRoom(chain);
        int run = last[chain];
        if (run != NONE && line[run] + count[run] == number) {
            count[run]++;
            return;
        }
        int added = add(offset, number);
        if (run == NONE) {
            first[chain] = added;
        } else {
            next[run] = added;
        }
        last[chain] = added;
    }

    /** Puts the rule on a line before the rule that was the {@code position}-th of the chain, from 1. */
    void insert(int chain, int position, long offset, int number) {
        makeRoom(chain);
        int before = NONE;
        int run = first[chain];
        int skip = position - 1;
        while (run != NONE && skip >= count[run]) {
            skip -= count[run];
            before = run;
            run = next[run];
        }
        if (run != NONE && skip > 0) {
            before = run;
            run = split(chain, run, skip);
        }
        link(chain, before, add(offset, number), run);
    }

    /** Takes all rules from a chain. */
    void clear(int chain) {
        makeRoom(chain);
        first[chain] = NONE;
        last[chain] = NONE;
    }

    /** How many rules a chain has. */
    int count(int chain) {
        int rules = 0;
        for (int run = first(chain); run != NONE; run = next[run]) {
            rules += count[run];
        }
        return rules;
    }

    /** The line of a chain's first rule; 0 if it has none. */
    int firstLine(int chain) {
        return first(chain) == NONE ? 0 : line[first(chain)];
    }

    /** Shows the lines of a chain's rules in the chain's order. */
    void each(int chain, LineVisitor visitor) {
        for (int run = first(chain); run != NONE; run = next[run]) {
            long offset = start[run];
            for (int i = 0; i < count[run]; i++) {
                visitor.line(offset, line[run] + i);
                offset = bytes.indexOf('\n', offset) + 1;
            }
        }
    }

    /** The first lines of a chain's rules. */
    Stream<LineRef> first(int chain, int most) {
        List<LineRef> lines = new ArrayList<>();
        for (int run = first(chain); run != NONE && lines.size() < most; run = next[run]) {
            long offset = start[run];
            for (int i = 0; i < count[run] && lines.size() < most; i++) {
                lines.add(new LineRef(offset, line[run] + i));
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
        return chain < first.length ? first[chain] : NONE;
    }

    private int split(int chain, int run, int kept) {
        long offset = start[run];
        for (int i = 0; i < kept; i++) {
            offset = bytes.indexOf('\n', offset) + 1;
        }
        int rest = add(offset, line[run] + kept);
        count[rest] = count[run] - kept;
        count[run] = kept;
        link(chain, run, rest, next[run]);
        return rest;
    }

    private void link(int chain, int before, int run, int after) {
        next[run] = after;
        if (before == NONE) {
            first[chain] = run;
        } else {
            next[before] = run;
        }
        if (after == NONE) {
            last[chain] = run;
        }
    }

    private int add(long offset, int number) {
        if (runs == start.length) {
            start = Arrays.copyOf(start, runs * 2);
            line = Arrays.copyOf(line, runs * 2);
            count = Arrays.copyOf(count, runs * 2);
            next = Arrays.copyOf(next, runs * 2);
        }
        start[runs] = offset;
        line[runs] = number;
        count[runs] = 1;
        next[runs] = NONE;
        return runs++;
    }

    private void makeRoom(int chain) {
        if (chain >= first.length) {
            int known = first.length;
            first = Arrays.copyOf(first, Math.max(16, (chain + 1) * 2));
            last = Arrays.copyOf(last, first.length);
            Arrays.fill(first, known, first.length, NONE);
            Arrays.fill(last, known, last.length, NONE);
        }
    }
}
