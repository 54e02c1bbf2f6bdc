package kubenat.build;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lets streams, collectors and comparators begin as those of {@code kubenat.plain}: its methods have the names of Java's, and
 * take what those are called on as their first argument.
 */
final class PlainStart {
    static final String PACKAGE = "kubenat/plain/";

    private static final String STREAMS = PACKAGE + "PlainStreams";
    private static final String COLLECTORS = PACKAGE + "PlainCollectors";
    private static final String COMPARATORS = PACKAGE + "PlainComparators";
    private static final String STREAM = "Ljava/util/stream/Stream;";
    private static final String INTS = "Ljava/util/stream/IntStream;";
    private static final String COLLECTOR = "Ljava/util/stream/Collector;";
    private static final Set<String> COLLECTIONS =
            Set.of("java/util/Collection", "java/util/List", "java/util/Set", "java/util/SortedSet", "java/util/Deque");

    private static final Map<String, Handle> PLAIN = new HashMap<>();

    static {
        COLLECTIONS.forEach(each -> instance(each, "stream()" + STREAM, STREAMS, "Ljava/util/Collection;"));
        instance("java/util/Optional", "stream()" + STREAM, STREAMS, "Ljava/util/Optional;");
        instance("java/util/OptionalInt", "stream()" + INTS, STREAMS, "Ljava/util/OptionalInt;");
        instance("java/util/BitSet", "stream()" + INTS, STREAMS, "Ljava/util/BitSet;");
        instance("java/lang/String", "lines()" + STREAM, STREAMS, "Ljava/lang/String;");
        instance("java/lang/String", "chars()" + INTS, STREAMS, "Ljava/lang/CharSequence;");
        instance("java/lang/String", "codePoints()" + INTS, STREAMS, "Ljava/lang/CharSequence;");
        ofClass("java/util/Arrays", "stream([Ljava/lang/Object;)" + STREAM, STREAMS);
        ofClass("java/util/stream/Stream", "of(Ljava/lang/Object;)" + STREAM, STREAMS);
        ofClass("java/util/stream/Stream", "of([Ljava/lang/Object;)" + STREAM, STREAMS);
        ofClass("java/util/stream/Stream", "empty()" + STREAM, STREAMS);
        ofClass("java/util/stream/Stream", "concat(" + STREAM + STREAM + ")" + STREAM, STREAMS);
        ofClass("java/util/stream/IntStream", "range(II)" + INTS, STREAMS);
        String text = "Ljava/lang/CharSequence;";
        ofClass("java/util/stream/Collectors", "joining()" + COLLECTOR, COLLECTORS);
        ofClass("java/util/stream/Collectors", "joining(" + text + ")" + COLLECTOR, COLLECTORS);
        ofClass("java/util/stream/Collectors", "joining(" + text + text + text + ")" + COLLECTOR, COLLECTORS);
        ofClass("java/util/stream/Collectors", "toSet()" + COLLECTOR, COLLECTORS);
        ofClass("java/util/stream/Collectors", "toCollection(Ljava/util/function/Supplier;)" + COLLECTOR, COLLECTORS);
        comparators();
    }

    private PlainStart() {}

    private static void comparators() {
        String type = "java/util/Comparator";
        String comparator = "Ljava/util/Comparator;";
        String key = "Ljava/util/function/Function;";
        String number = "Ljava/util/function/ToIntFunction;";
        ofClass(type, "comparing(" + key + ")" + comparator, COMPARATORS);
        ofClass(type, "comparing(" + key + comparator + ")" + comparator, COMPARATORS);
        ofClass(type, "comparingInt(" + number + ")" + comparator, COMPARATORS);
        ofClass(type, "comparingDouble(Ljava/util/function/ToDoubleFunction;)" + comparator, COMPARATORS);
        instance(type, "thenComparing(" + comparator + ")" + comparator, COMPARATORS, comparator);
        instance(type, "thenComparing(" + key + ")" + comparator, COMPARATORS, comparator);
        instance(type, "thenComparingInt(" + number + ")" + comparator, COMPARATORS, comparator);
    }

    private static void ofClass(String owner, String method, String plain) {
        put(owner, method, plain, method.substring(method.indexOf('(')));
    }

    private static void instance(String owner, String method, String plain, String receiver) {
        put(owner, method, plain, "(" + receiver + method.substring(method.indexOf('(') + 1));
    }

    private static void put(String owner, String method, String plain, String descriptor) {
        String name = method.substring(0, method.indexOf('('));
        PLAIN.put(owner + "." + method, new Handle(Opcodes.H_INVOKESTATIC, plain, name, descriptor, false));
    }

    /** In all methods of a class. */
    static void write(ClassNode node) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode each : method.instructions.toArray()) {
                if (each instanceof MethodInsnNode call) {
                    Handle plain = PLAIN.get(call.owner + "." + call.name + call.desc);
                    if (plain != null) {
                        method.instructions.set(
                                call,
                                new MethodInsnNode(
                                        Opcodes.INVOKESTATIC, plain.getOwner(), plain.getName(), plain.getDesc()));
                    }
                } else if (each instanceof InvokeDynamicInsnNode call) {
                    call.bsmArgs = plain(call.bsmArgs);
                }
            }
        }
    }

    /** A reference to a method of Java's becomes one to the plain method. */
    private static Object[] plain(Object[] arguments) {
        Object[] plain = arguments.clone();
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] instanceof Handle method) {
                plain[i] = PLAIN.getOrDefault(method.getOwner() + "." + method.getName() + method.getDesc(), method);
            }
        }
        return plain;
    }
}
