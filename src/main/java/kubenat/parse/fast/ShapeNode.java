package kubenat.parse.fast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A place in the tree of shapes: what lines begin like, and how they go on. */
final class ShapeNode<T> {
    private final List<Edge<T>> edges = new ArrayList<>(1);
    private Optional<T> shape = Optional.empty();
    private boolean hasNames;

    /** How a line may go on; any text does where there is none. */
    private static final class Edge<T> {
        private final int type;
        private final byte @Nullable [] text;
        private final ShapeNode<T> node;

        Edge(int type, byte @Nullable [] text, ShapeNode<T> node) {
            this.type = type;
            this.text = text;
            this.node = node;
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
    ShapeNode<T> next(LineTokens line, int token, UnaryOperator<String> names) {
        int type = line.type(token);
        byte[] name = hasNames ? name(line, token, names) : null;
        for (int i = 0; i < edges.size(); i++) {
            Edge<T> edge = edges.get(i);
            if (edge.type == type && fits(edge.text, name, line, token)) {
                return edge.node;
            }
        }
        return null;
    }

    private static boolean fits(byte @Nullable [] text, byte @Nullable [] name, LineTokens line, int token) {
        return text == null || (name == null ? line.hasText(token, token, text) : Arrays.equals(text, name));
    }

    ShapeNode<T> add(LineTokens line, int token, ShapeTree.Matter matter, UnaryOperator<String> names) {
        ShapeNode<T> node = new ShapeNode<>();
        hasNames |= matter == ShapeTree.Matter.NAME;
        byte[] text = switch (matter) {
            case SORT -> null;
            case TEXT -> line.bytes(token, token);
            case NAME -> name(line, token, names);
        };
        edges.add(new Edge<>(line.type(token), text, node));
        return node;
    }

    private static byte[] name(LineTokens line, int token, UnaryOperator<String> names) {
        return names.apply(line.text(token)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
