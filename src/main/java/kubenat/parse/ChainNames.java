package kubenat.parse;

import java.util.Arrays;
import kubenat.parse.fast.LineTokens;
import kubenat.source.Bytes;

/** The chain names of one table, numbered in the order in which the dump first mentions them. */
final class ChainNames {
    private static final int FREE = -1;

    private final Bytes bytes;
    private final Excerpt excerpt;
    private final LongColumn start = new LongColumn();
    private final IntColumn length = new IntColumn();
    private final IntColumn hash = new IntColumn();
    /** Open addressing, half full at most. */
    private int[] slots = new int[64];

    /** Names from this number on have no slot yet: each is greater than the one before, so none is there twice. */
    private int sorted;
    /** The last of these. */
    private final long[] greatest = new long[BlockScan.NAME_WORDS];

    /** Rules stand together by chain, and chains in the order of their declarations: so this one and the next are asked first. */
    private int latest = FREE;

    ChainNames(Bytes bytes) {
        this.bytes = bytes;
        this.excerpt = new Excerpt(bytes);
        Arrays.fill(slots, FREE);
    }

    int count() {
        return start.size();
    }

    /** The number of a chain, a new one if the name is new. */
    int number(ByteNames name) {
        int end = Math.min(start.size(), latest + 2);
        for (int chain = Math.max(0, latest); chain < end; chain++) {
            if (hash.get(chain) == name.hash() && name.isAt(start.get(chain), length.get(chain), excerpt)) {
                latest = chain;
                return chain;
            }
        }
        latest = searched(name);
        return latest;
    }

    /** Linux keeps the chains that users make in the order of their names, so most need no slot while they are declared. */
    private int searched(ByteNames name) {
        if (sorted < start.size() && !name.isAfter(greatest)) {
            makeSlots();
        }
        int slot = slot(name, bytes);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        add(name);
        if (!name.copyTo(greatest)) {
            makeSlots();
        }
        return start.size() - 1;
    }

    /** Prepares for names that are looked for, by several threads. */
    void makeSlots() {
        int size = slots.length;
        while (start.size() * 2 > size) {
            size *= 2;
        }
        if (size > slots.length) {
            slots = new int[size];
            Arrays.fill(slots, FREE);
            sorted = 0;
        }
        int mask = size - 1;
        for (; sorted < start.size(); sorted++) {
            int slot = hash.get(sorted) & mask;
            while (slots[slot] != FREE) {
                slot = slot + 1 & mask;
            }
            slots[slot] = sorted;
        }
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
        while (slots[slot] != FREE && !(hash.get(slots[slot]) == wanted && isAt(slots[slot], line, from, to))) {
            slot = slot + 1 & mask;
        }
        return slots[slot];
    }

    private boolean isAt(int chain, LineTokens line, int from, int to) {
        return length.get(chain) == to - from && ByteNames.equal(bytes, start.get(chain), line, from, to);
    }

    String name(int chain) {
        return bytes.text(start.get(chain), start.get(chain) + length.get(chain));
    }

    /** Where the name first stands. */
    long offset(int chain) {
        return start.get(chain);
    }

    int length(int chain) {
        return length.get(chain);
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
        return hash.get(chain) == name.hash()
                && length.get(chain) == name.length()
                && ByteNames.equal(home, name.start(), bytes, start.get(chain), name.length());
    }

    private void add(ByteNames name) {
        start.add(name.start());
        length.add(name.length());
        hash.add(name.hash());
    }
}
