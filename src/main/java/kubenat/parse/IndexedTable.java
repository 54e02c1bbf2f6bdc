package kubenat.parse;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.source.SourceText;
import org.jspecify.annotations.Nullable;

/** A table whose chains are parsed when they are asked for. */
final class IndexedTable implements Table {
    private static final int NONE = -1;

    private final SourceText source;
    private final TableName name;
    private final Family family;
    private final TableIndex index;
    /** Those that were asked for; read and written by one thread at a time. */
    private final @Nullable IndexedChain[] chains;

    private final ThreadLocal<Reader> reader;

    IndexedTable(SourceText source, TableName name, Family family, TableIndex index) {
        this.source = source;
        this.name = name;
        this.family = family;
        this.index = index;
        this.reader = ThreadLocal.withInitial(() -> new Reader(this));
        this.chains = new IndexedChain[index.chains()];
    }

    @Override
    public TableName name() {
        return name;
    }

    @Override
    public String dump() {
        return source.name();
    }

    @Override
    public Optional<String> backend() {
        return PrintedBy.backend(source);
    }

    @Override
    public Optional<Chain> chain(String chainName) {
        return chain(index.chain(chainName));
    }

    @Override
    public int number(String chainName) {
        int number = index.chain(chainName);
        return index.exists(number) ? number : NONE;
    }

    @Override
    public int numbers() {
        return index.chains();
    }

    @Override
    public Optional<Chain> chain(int number) {
        return index.exists(number) ? Optional.of(made(number)) : Optional.empty();
    }

    @Override
    public Stream<Chain> chains() {
        return IntStream.range(0, index.chains()).filter(index::exists).mapToObj(this::made);
    }

    @Override
    public int size() {
        int count = 0;
        for (int chain = 0; chain < index.chains(); chain++) {
            count += index.exists(chain) ? 1 : 0;
        }
        return count;
    }

    SourceText source() {
        return source;
    }

    Family family() {
        return family;
    }

    /** What one thread reads lines with. */
    private static final class Reader {
        private final LineParser parser;
        private final Replay replay;

        Reader(IndexedTable table) {
            parser = new LineParser(table.source.name());
            replay = new Replay(table.source, table.index, parser, Replay.WORTH_LEARNING, Optional.empty());
        }
    }

    /** Reads lines of the dump for the thread that asks. */
    LineParser parser() {
        return reader.get().parser;
    }

    /** Reads lines again that are like others before, for the thread that asks; those of a listing are never. */
    Replay replay() {
        return reader.get().replay;
    }

    TableIndex index() {
        return index;
    }

    boolean hasRules() {
        return IntStream.range(0, index.chains()).anyMatch(index::hasRules);
    }

    private Chain made(int number) {
        synchronized (chains) {
            IndexedChain known = chains[number];
            if (known == null) {
                known = new IndexedChain(this, number);
                chains[number] = known;
            }
            return known;
        }
    }
}
