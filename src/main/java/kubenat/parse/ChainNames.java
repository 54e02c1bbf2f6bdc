package kubenat.parse;

import java.util.Arrays;
import kubenat.parse.fast.LineTokens;
import kubenat.source.Bytes;

/** The chain names of one table, numbered in the order in which the dump first mentions them. */
final class ChainNames {
    private static final int FREE = -1;

    private final Bytes bytes;
    private long[] start = new long[16];
    private int[] length = new int[16];
    private int[] hash = new int[16];
    /** Open addressing, half full at most. */
    private int[] slots = new int[64];

    private int count;
    /** Rules stand together by chain, and chains in the order of their declarations: so this one and the next are asked first. */
    private int latest = FREE;

    ChainNames(Bytes bytes) {
        this.bytes = bytes;
        Arrays.fill(slots, FREE);
    }

    int count() {
        return count;
    }

    /** The number of a chain, a new one if the name is new. */
    int number(ByteNames name) {
        for (int chain = Math.max(0, latest); chain < Math.min(count, latest + 2); chain++) {
            if (hash[chain] == name.hash() && name.isAt(start[chain], length[chain])) {
                latest = chain;
                return chain;
            }
        }
        int slot = slot(name, bytes);
        latest = slots[slot] == FREE ? add(name, slot) : slots[slot];
        return latest;
    }

    /** The chain met last or the one after it, if its name is the word at an offset; negative if it is another. */
    int again(long offset) {
        for (int chain = Math.max(0, latest); chain < Math.min(count, latest + 2); chain++) {
            if (bytes.at(offset + length[chain]) == ' ' && bytes.isSame(offset, start[chain], length[chain])) {
                latest = chain;
                return chain;
            }
        }
        return FREE;
    }

    /** The number of a chain by name; negative if the table does not mention it. */
    int find(String name) {
        Bytes wanted = Bytes.of(name);
        ByteNames reader = new ByteNames(wanted);
        reader.read(0);
        boolean isName = reader.start() == 0 && reader.length() == wanted.length();
        return isName ? slots[slot(reader, wanted)] : FREE;
    }

    /** The same of a word of a line, which has no quotes. */
    int find(LineTokens line, int token) {
        int from = line.start(token);
        int to = line.end(token);
        int wanted = ByteNames.hash(line, from, to);
        int mask = slots.length - 1;
        int slot = wanted & mask;
        while (slots[slot] != FREE && !(hash[slots[slot]] == wanted && isAt(slots[slot], line, from, to))) {
            slot = slot + 1 & mask;
        }
        return slots[slot];
    }

    private boolean isAt(int chain, LineTokens line, int from, int to) {
        return length[chain] == to - from && ByteNames.equal(bytes, start[chain], line, from, to);
    }

    String name(int chain) {
        return bytes.text(start[chain], start[chain] + length[chain]);
    }

    /** Where the name first stands. */
    long offset(int chain) {
        return start[chain];
    }

    int length(int chain) {
        return length[chain];
    }

    /** The slot that holds the name, or the free one where it belongs. */
    private int slot(ByteNames name, Bytes home) {
        int mask = slots.length - 1;
        int slot = name.hash() & mask;
        while (slots[slot] != FREE && !holds(slots[slot], name, home)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean holds(int chain, ByteNames name, Bytes home) {
        return hash[chain] == name.hash()
                && length[chain] == name.length()
                && ByteNames.equal(home, name.start(), bytes, start[chain], name.length());
    }

    private int add(ByteNames name, int slot) {
        if (count == start.length) {
            grow();
        }
        start[count] = name.start();
        length[count] = name.length();
        hash[count] = name.hash();
        slots[slot] = count++;
        if (count * 2 > slots.length) {
            rehash();
        }
        return count - 1;
    }

    private void grow() {
        start = Arrays.copyOf(start, count * 2);
        length = Arrays.copyOf(length, count * 2);
        hash = Arrays.copyOf(hash, count * 2);
    }

    private void rehash() {
        int mask = slots.length * 2 - 1;
        int[] wider = new int[slots.length * 2];
        Arrays.fill(wider, FREE);
        for (int chain = 0; chain < count; chain++) {
            int slot = hash[chain] & mask;
            while (wider[slot] != FREE) {
                slot = slot + 1 & mask;
            }
            wider[slot] = chain;
        }
        slots = wider;
    }
}
