package kubenat.parse.fast;

import java.util.Arrays;
import java.util.Optional;

/**
 * What came of lines that were read before, found by the shape of a line: the sorts of its tokens, and the texts of those
 * that say how the others are read. What it holds is bounded, whatever the lines. Serves one thread.
 */
public final class ShapeTree<T> {
    private static final int MOST_SHAPES = 1024;
    private static final int MOST_TOKENS = 64;

    private final ShapeNode<T> root = new ShapeNode<>();
    private int shapes;

    /** What a line's shape depends on at one of its tokens. */
    public enum Matter {
        /** That there is a token of this sort. */
        SORT,
        /** Its text, too. */
        TEXT,
        /** What its text is the name of. */
        NAME
    }

    /** Says what a token is the name of, in a word. */
    @FunctionalInterface
    public interface Naming {
        String of(LineTokens line, int token);
    }

    /** What is known of the line's shape; {@code names} says what a name is the name of. */
    public Optional<T> find(LineTokens line, Naming names) {
        ShapeNode<T> node = root;
        for (int token = 0; token < line.count(); token++) {
            ShapeNode<T> next = node.next(line, token, names);
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return node.shape();
    }

    /** Remembers what came of a line; all that its shape depends on are the sorts of its tokens. */
    public void learn(LineTokens line, T shape) {
        Matter[] matters = new Matter[line.count()];
        Arrays.fill(matters, Matter.SORT);
        learn(line, matters, LineTokens::text, shape);
    }

    /** What is known of the line's shape, if that depends on the sorts of its tokens alone. */
    public Optional<T> find(LineTokens line) {
        return find(line, LineTokens::text);
    }

    /** Remembers what came of a line; {@code matters} says what of each token that depends on. */
    public void learn(LineTokens line, Matter[] matters, Naming names, T shape) {
        if (line.count() > MOST_TOKENS || shapes >= MOST_SHAPES) {
            return;
        }
        ShapeNode<T> node = root;
        for (int token = 0; token < line.count(); token++) {
            ShapeNode<T> next = node.next(line, token, names);
            node = next == null ? node.add(line, token, matters[token], names) : next;
        }
        node.learn(shape);
        shapes++;
    }
}
