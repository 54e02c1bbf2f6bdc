package kubenat.parse;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.model.packet.Family;
import kubenat.parse.fast.LineTokens;
import kubenat.source.Bytes;

/** One table of a dump: its chains by number, where each is declared, and where its rules stand. */
final class TableIndex {
    private static final long UNDECLARED = -1;
    private static final Bytes PLAIN = Bytes.of(" - [");

    private final Bytes bytes;
    private final String name;
    private final int line;
    private final ChainNames names;
    private final RuleRuns rules;
    private final LongColumn declaredAt = new LongColumn();
    private final IntColumn declaredLine = new IntColumn();
    private boolean committed;
    private Optional<Family> family = Optional.empty();
    private Optional<Listing> listing = Optional.empty();

    /**
     * Begins a table.
     *
     * @param name as the dump gives it; empty where it gives none, as {@code iptables -S} does
     * @param line the line on which it begins
     */
    TableIndex(Bytes bytes, String name, int line) {
        this.bytes = bytes;
        this.name = name;
        this.line = line;
        this.names = new ChainNames(bytes);
        this.rules = new RuleRuns(bytes);
    }

    /** The table of the commands in a script, which say what they are of; no COMMIT ends it. */
    static TableIndex ofScript(Bytes bytes, String name, Family family, int line) {
        TableIndex table = new TableIndex(bytes, name, line);
        table.committed = true;
        table.family = Optional.of(family);
        return table;
    }

    /** How its rows are read, if it is a listing of {@code iptables -L}. */
    Optional<Listing> listing() {
        return listing;
    }

    void list(Listing rows) {
        listing = Optional.of(rows);
    }

    /** The address family, where each of its lines says it. */
    Optional<Family> family() {
        return family;
    }

    String name() {
        return name;
    }

    /** The line on which the table begins. */
    int line() {
        return line;
    }

    /** Whether the table ends in COMMIT, so that nothing of it was cut off. */
    boolean isCommitted() {
        return committed;
    }

    void commit() {
        committed = true;
    }

    /** How many chains the table declares or adds rules to; they are numbered from 0. */
    int chains() {
        return names.count();
    }

    /** The chain of this name; negative if there is none. */
    int chain(String chainName) {
        return names.find(chainName);
    }

    /** Whether the dump declares a chain of this name or adds rules to it. */
    boolean hasChain(String chainName) {
        return exists(names.find(chainName));
    }

    /** Whether a word without quotes is the name of such a chain. */
    boolean hasChain(LineTokens words, int token) {
        return exists(names.find(words, token));
    }

    /** Whether the dump declares a chain or adds rules to it; negative numbers are of none. */
    boolean exists(int chain) {
        return chain >= 0 && (isDeclared(chain) || hasRules(chain));
    }

    String chainName(int chain) {
        return names.name(chain);
    }

    int ruleCount(int chain) {
        return rules.count(chain);
    }

    boolean hasRules(int chain) {
        return rules.firstLine(chain) > 0;
    }

    /** The line of a chain's first rule; 0 if it has none. */
    int firstRuleLine(int chain) {
        return rules.firstLine(chain);
    }

    boolean isDeclared(int chain) {
        return chain < declaredAt.size() && declaredAt.get(chain) != UNDECLARED;
    }

    /** Where the line begins that declares a chain. */
    long declaredAt(int chain) {
        return declaredAt.get(chain);
    }

    /** Whether a chain is declared as nearly all are, of which there can be half a million: {@code :CHAIN - [0:0]}. */
    boolean isPlainlyDeclared(int chain) {
        if (!isDeclared(chain)) {
            return false;
        }
        long start = declaredAt.get(chain);
        int length = names.length(chain);
        long end = start + 1 + length;
        if (bytes.at(start) != ':'
                || !ByteNames.equal(bytes, start + 1, bytes, names.offset(chain), length)
                || !ByteNames.equal(bytes, end, PLAIN, 0, (int) PLAIN.length())) {
            return false;
        }
        long at = end + PLAIN.length();
        while (bytes.at(at) >= '0' && bytes.at(at) <= ':') {
            at++;
        }
        return bytes.at(at) == ']' && bytes.at(at + 1) == '\n';
    }

    int declaredLine(int chain) {
        return declaredLine.get(chain);
    }

    /** Ends what the index pass does; several threads may ask then. */
    void finish() {
        names.finish();
    }

    /** Whether the table has declared a chain of the name read last. */
    boolean declares(ByteNames chainName) {
        int before = names.count();
        int chain = names.number(chainName);
        return chain < before && isDeclared(chain);
    }

    /** Shows the lines of a chain's rules in the chain's order. */
    void eachRule(int chain, RuleRuns.LineVisitor visitor) {
        rules.each(chain, visitor);
    }

    Stream<LineRef> firstRules(int chain, int most) {
        return rules.first(chain, most);
    }

    void declare(ByteNames chainName, long offset, int number) {
        int chain = names.number(chainName);
        if (chain >= declaredAt.size()) {
            declaredAt.fill(chain, UNDECLARED);
            declaredLine.fill(chain, 0);
            declaredAt.add(offset);
            declaredLine.add(number);
        } else {
            declaredAt.set(chain, offset);
            declaredLine.set(chain, number);
        }
    }

    /** Appends the rules on some lines that follow each other. */
    void append(ByteNames chainName, long offset, int number, int count) {
        rules.append(names.number(chainName), offset, number, count);
    }

    void insert(ByteNames chainName, int position, long offset, int number) {
        rules.insert(names.number(chainName), position, offset, number);
    }

    void flush(ByteNames chainName) {
        rules.clear(names.number(chainName));
    }

    void flushAll() {
        IntStream.range(0, chains()).forEach(rules::clear);
    }

    /** Takes a chain and its rules out of the table. */
    void remove(ByteNames chainName) {
        int chain = names.number(chainName);
        rules.clear(chain);
        if (isDeclared(chain)) {
            declaredAt.set(chain, UNDECLARED);
        }
    }

    /** Whether these are bytes of the dump that begin a chain's name; for guesses from a name's first letters. */
    boolean nameStartsWith(int chain, String prefix) {
        return names.length(chain) >= prefix.length()
                && ByteNames.equal(Bytes.of(prefix), 0, bytes, names.offset(chain), prefix.length());
    }
}
