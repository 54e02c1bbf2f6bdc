package kubenat.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kubenat.parse.fast.LineTokens;

/**
 * Words of rules of one shape that say the same wherever they stand: a condition, a module with its options, or a target. What
 * was read of the same words lately is not read again.
 */
final class Piece<T> {
    /** After so many different words it is clear whether they come again. */
    private static final int TRIES = 1000;

    private final ClauseShape<T> shape;
    private final BiFunction<String, Clause<T>, Optional<Said<T>>> reader;
    private final int first;
    private final int last;
    private Optional<Memo<Said<T>>> memo;
    private int news;
    private int known;

    /**
     * What words say.
     *
     * @param printed how iptables prints them, a blank in front; empty if nobody will ask
     */
    record Said<T>(T meaning, String printed) {}

    /** {@code reader} says what a clause of a line means; nothing if that must be read together with all of its line. */
    Piece(ClauseShape<T> shape, BiFunction<String, Clause<T>, Optional<Said<T>>> reader) {
        this.shape = shape;
        this.reader = reader;
        List<Integer> tokens = shape.tokens();
        this.first = tokens.get(0);
        this.last = tokens.get(tokens.size() - 1);
        boolean together = last - first == tokens.size() - 1;
        this.memo = together ? Optional.of(new Memo<>()) : Optional.empty();
    }

    /** What the words say in a line. */
    Optional<Said<T>> read(LineTokens tokens) {
        if (memo.isEmpty()) {
            return readAnew(tokens);
        }
        Optional<Said<T>> lately = memo.get().find(tokens, first, last);
        if (lately.isPresent()) {
            known++;
            return lately;
        }
        Optional<Said<T>> said = readAnew(tokens);
        if (++news == TRIES && known < news) {
            memo = Optional.empty();
        } else if (said.isPresent()) {
            memo.get().put(tokens, first, last, said.get());
        }
        return said;
    }

    private Optional<Said<T>> readAnew(LineTokens tokens) {
        String line = tokens.line();
        return reader.apply(line, shape.fill(line, tokens));
    }
}
