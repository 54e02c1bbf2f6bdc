package kubenat.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kubenat.parse.fast.LineTokens;

/** What was made of words lately, by the words; it holds a bounded number of them. */
final class Memo<V> {
    private static final int MOST = 512;

    private List<Optional<Entry<V>>> entries = empty(16);

    private static final class Entry<V> {
        private final int hash;
        private final byte[] words;
        private final V value;

        Entry(int hash, byte[] words, V value) {
            this.hash = hash;
            this.words = words;
            this.value = value;
        }
    }

    /** What was made of the words from one token of a line to another, if it is remembered. */
    Optional<V> find(LineTokens line, int first, int last) {
        int hash = line.hash(first, last);
        Optional<Entry<V>> entry = entries.get(hash & entries.size() - 1);
        return entry.isPresent() && entry.get().hash == hash && line.hasText(first, last, entry.get().words)
                ? Optional.of(entry.get().value)
                : Optional.empty();
    }

    void put(LineTokens line, int first, int last, V value) {
        int hash = line.hash(first, last);
        if (entries.get(hash & entries.size() - 1).isPresent() && entries.size() < MOST) {
            grow();
        }
        entries.set(hash & entries.size() - 1, Optional.of(new Entry<>(hash, line.bytes(first, last), value)));
    }

    private void grow() {
        List<Optional<Entry<V>>> wider = empty(entries.size() * 2);
        for (Optional<Entry<V>> entry : entries) {
            entry.ifPresent(known -> wider.set(known.hash & wider.size() - 1, entry));
        }
        entries = wider;
    }

    private static <E> List<Optional<E>> empty(int size) {
        return new ArrayList<>(Collections.nCopies(size, Optional.empty()));
    }
}
