package kubenat.parse.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in the tree of shapes: what lines begin like, and how they go on. */
final class ShapeNode<T> {
    private final List<Edge<T>> edges = new ArrayList<>(1);
    private Optional<T> shape = Optional.empty();
    private boolean hasNames;

    /** How a line may go on: with any text, with one text, or with the name of one thing. */
    private static final class Edge<T> {
        private final int type;
        private final byte @Nullable [] text;
        private final @Nullable String name;
        private final ShapeNode<T> node;

        Edge(int type, byte @Nullable [] text, @Nullable String name, ShapeNode<T> node) {
            this.type = type;
            this.text = text;
            this.name = name;
            this.node = node;
        }

        boolean fits(LineTokens line, int token, @Nullable String found) {
            return line.type(token) == type
                    && (text == null || line.hasText(token, token, text))
                    && (name == null || name.equals(found));
        }
    }

    Optional<T> shape() {
        return shape;
    }

    void learn(T learnt) {
        shape = Optional.of(learnt);
    }

    /** Where a token leads; null if no line has gone there. */
    @Nullable
    ShapeNode<T> next(LineTokens line, int token, ShapeTree.Naming names) {
        String name = hasNames ? names.of(line, token) : null;
        for (int i = 0; i < edges.size(); i++) {
            Edge<T> edge = edges.get(i);
            if (edge.fits(line, token, name)) {
                return edge.node;
            }
        }
        return null;
    }

    ShapeNode<T> add(LineTokens line, int token, ShapeTree.Matter matter, ShapeTree.Naming names) {
        boolean isName = matter == ShapeTree.Matter.NAME;
        boolean isText = matter == ShapeTree.Matter.TEXT;
        hasNames |= isName;
        ShapeNode<T> node = new ShapeNode<>();
        byte[] text = isText ? line.bytes(token, token) : null;
        edges.add(new Edge<>(line.type(token), text, isName ? names.of(line, token) : null, node));
        return node;
    }
}
