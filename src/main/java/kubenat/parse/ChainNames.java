package kubenat.parse;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import kubenat.parse.fast.LineTokens;
import kubenat.source.Bytes;

/** The chain names of one table, numbered in the order in which the dump first mentions them. */
final class ChainNames {
    private static final int FREE = -1;
    /** Fewer names are given slots at once. */
    private static final int WORTH_SEARCHING = 10_000;
    /** So many names are looked for in the time in which half a million get slots. */
    private static final int WORTH_SLOTS = 10_000;

    private final Bytes bytes;
    private final Excerpt excerpt;
    private final LongColumn start = new LongColumn();
    private final IntColumn length = new IntColumn();
    private final IntColumn hash = new IntColumn();
    /** Open addressing, half full at most. */
    private volatile int[] slots = new int[64];
    /** Whether that is so of all names, and none is added any more. */
    private volatile boolean hasAll;
    /** How many were looked for, or nearly so many if several threads did. */
    private int asked;

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
        int known = withSlot(name, bytes);
        if (known == FREE && sorted < start.size() && !name.isAfter(greatest)) {
            known = asked++ < WORTH_SLOTS ? search(at -> bytes.word(name.start() + at), name.length()) : FREE;
            if (known == FREE) {
                makeSlots();
                known = withSlot(name, bytes);
            }
        }
        if (known != FREE) {
            return known;
        }
        add(name);
        if (!name.copyTo(greatest)) {
            makeSlots();
        }
        return start.size() - 1;
    }

    private void makeSlots() {
        if (start.size() * 2 > slots.length) {
            slots = filled();
        } else {
            for (int chain = sorted; chain < start.size(); chain++) {
                put(chain, slots);
            }
        }
        sorted = start.size();
    }

    /** Slots for all chains. */
    private int[] filled() {
        int size = slots.length;
        while (start.size() * 2 > size) {
            size *= 2;
        }
        int[] made = new int[size];
        Arrays.fill(made, FREE);
        for (int chain = 0; chain < start.size(); chain++) {
            put(chain, made);
        }
        return made;
    }

    private void put(int chain, int[] into) {
        int mask = into.length - 1;
        int slot = hash.get(chain) & mask;
        while (into[slot] != FREE) {
            slot = slot + 1 & mask;
        }
        into[slot] = chain;
    }

    /** Prepares for names that are looked for, by several threads; after this, none is added. */
    void finish() {
        if (start.size() - sorted < WORTH_SEARCHING) {
            makeSlots();
        }
        hasAll = sorted == start.size();
    }

    /** The number of a chain by name; negative if the table does not mention it. */
    int find(String name) {
        Bytes wanted = Bytes.of(name);
        ByteNames reader = new ByteNames(wanted);
        reader.read(0);
        if (reader.start() != 0 || reader.length() != wanted.length()) {
            return FREE;
        }
        boolean isSure = prepare();
        int found = withSlot(reader, wanted);
        return found != FREE || isSure ? found : search(at -> wanted.word(at), reader.length());
    }

    /** The same of a word of a line, which has no quotes. */
    int find(LineTokens line, int token) {
        boolean isSure = prepare();
        int[] all = slots;
        int from = line.start(token);
        int to = line.end(token);
        int wanted = ByteNames.hash(line, from, to);
        int mask = all.length - 1;
        int slot = wanted & mask;
        while (all[slot] != FREE && !(hash.get(all[slot]) == wanted && isAt(all[slot], line, from, to))) {
            slot = slot + 1 & mask;
        }
        return all[slot] != FREE || isSure ? all[slot] : search(at -> line.word(from + at), to - from);
    }

    /** Whether all names have slots; they get them when enough have been asked for, as a question asks for few. */
    private boolean prepare() {
        if (!hasAll && asked++ > WORTH_SLOTS) {
            giveAll();
        }
        return hasAll;
    }

    private synchronized void giveAll() {
        if (!hasAll) {
            slots = filled();
            hasAll = true;
        }
    }

    /** Looks for a name among the sorted ones. */
    private int search(IntToLongFunction words, int wantedLength) {
        int low = sorted;
        int high = start.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, words, wantedLength);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return FREE;
    }

    private int compare(int chain, IntToLongFunction words, int wantedLength) {
        int end = Math.max(length.get(chain), wantedLength);
        for (int at = 0; at < end; at += Long.BYTES) {
            long word = part(bytes.word(start.get(chain) + at), length.get(chain) - at);
            long wanted = part(words.applyAsLong(at), wantedLength - at);
            if (word != wanted) {
                return Long.compareUnsigned(Long.reverseBytes(word), Long.reverseBytes(wanted));
            }
        }
        return 0;
    }

    private static long part(long word, int count) {
        return count <= 0 ? 0 : ByteNames.low(word, Math.min(Long.BYTES, count));
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

    /** The chain of this name, if it has a slot. */
    private int withSlot(ByteNames name, Bytes home) {
        int[] all = slots;
        int mask = all.length - 1;
        int slot = name.hash() & mask;
        while (all[slot] != FREE && !holds(all[slot], name, home)) {
            slot = slot + 1 & mask;
        }
        return all[slot];
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
