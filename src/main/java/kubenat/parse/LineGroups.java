package kubenat.parse;

import java.util.Arrays;

/**
 * The lines that begin in one block of a dump, in their order: rules of one chain that follow each other are one group, and so is each
 * line that declares a chain, and each that must be looked at. Empty lines are only counted. Used again for other blocks.
 */
final class LineGroups {
    private static final int FIRST_SIZE = 64;
    private static final int DECLARES = 0;
    private static final int OTHER = -1;

    private long from;
    private int lines;
    private int size;
    private int[] start = new int[FIRST_SIZE];
    private int[] last = new int[FIRST_SIZE];
    private int[] line = new int[FIRST_SIZE];
    private int[] rules = new int[FIRST_SIZE];
    private int[] length = new int[FIRST_SIZE];
    private int[] hash = new int[FIRST_SIZE];
    private int[] nameAt = new int[FIRST_SIZE];
    private long[] names = new long[FIRST_SIZE];
    private int words;

    /** Forgets all groups; those that are added stand from an offset on. */
    void begin(long offset) {
        from = offset;
        lines = 0;
        size = 0;
        words = 0;
    }

    /** Counts one more line, which every line must be before it is added. */
    void count() {
        lines++;
    }

    /** Adds the line counted last, which appends a rule to a chain; of its name the words, the length and the hash are given. */
    void addRule(long offset, long[] name, int nameLength, int nameHash) {
        add(offset, 1, nameLength, nameHash);
        addName(name, nameLength);
    }

    /** The line counted last appends a rule, too, to the chain of the group added last; false if other lines stand between. */
    boolean isNext() {
        int group = size - 1;
        return group >= 0 && rules[group] > 0 && line[group] + rules[group] == lines;
    }

    void addToLast(long offset) {
        rules[size - 1]++;
        last[size - 1] = (int) (offset - from);
    }

    void addDeclaration(long offset, long[] name, int nameLength, int nameHash) {
        add(offset, DECLARES, nameLength, nameHash);
        addName(name, nameLength);
    }

    /** Adds the line counted last as one that must be looked at. */
    void addOther(long offset) {
        add(offset, OTHER, 0, 0);
    }

    private void add(long offset, int appended, int nameLength, int nameHash) {
        if (size == start.length) {
            grow();
        }
        start[size] = (int) (offset - from);
        last[size] = start[size];
        line[size] = lines;
        rules[size] = appended;
        length[size] = nameLength;
        nameAt[size] = words;
        hash[size++] = nameHash;
    }

    private void addName(long[] name, int nameLength) {
        int count = (nameLength + Long.BYTES - 1) / Long.BYTES;
        if (words + count > names.length) {
            names = Arrays.copyOf(names, names.length * 4);
        }
        for (int i = 0; i < count; i++) {
            names[words++] = name[i];
        }
    }

    private void grow() {
        int wider = size * 4;
        start = Arrays.copyOf(start, wider);
        last = Arrays.copyOf(last, wider);
        line = Arrays.copyOf(line, wider);
        rules = Arrays.copyOf(rules, wider);
        length = Arrays.copyOf(length, wider);
        hash = Arrays.copyOf(hash, wider);
        nameAt = Arrays.copyOf(nameAt, wider);
    }

    /** How many lines begin in the block. */
    int lines() {
        return lines;
    }

    /** How many groups there are; they are numbered from 0. */
    int size() {
        return size;
    }

    /** Where the first line of a group begins. */
    long start(int group) {
        return from + start[group];
    }

    /** Where the last line of a group begins. */
    long last(int group) {
        return from + last[group];
    }

    /** Which line of the block the first one of a group is, from 1. */
    int line(int group) {
        return line[group];
    }

    /** How many rules the group appends; 0 if it is no group of rules. */
    int rules(int group) {
        return Math.max(0, rules[group]);
    }

    boolean isDeclaration(int group) {
        return rules[group] == DECLARES;
    }

    /** How long the name of the chain is that the group is about. */
    int nameLength(int group) {
        return length[group];
    }

    int nameHash(int group) {
        return hash[group];
    }

    /** The names as words, one after the other. */
    long[] names() {
        return names;
    }

    /** Which of the words is the first one of a group's name. */
    int nameAt(int group) {
        return nameAt[group];
    }
}
