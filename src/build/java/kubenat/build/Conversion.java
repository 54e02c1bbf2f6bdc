package kubenat.build;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns a value of one type into one of another, as the call of a lambda does: casts, boxes and unboxes. */
final class Conversion {
    private static final Map<String, String> BOXES = Map.of(
            "Z", "java/lang/Boolean",
            "C", "java/lang/Character",
            "B", "java/lang/Byte",
            "S", "java/lang/Short",
            "I", "java/lang/Integer",
            "F", "java/lang/Float",
            "J", "java/lang/Long",
            "D", "java/lang/Double");
    private static final Map<String, Integer> WIDENINGS =
            Map.of("IJ", Opcodes.I2L, "IF", Opcodes.I2F, "ID", Opcodes.I2D, "JD", Opcodes.L2D, "FD", Opcodes.F2D);

    private final MethodVisitor code;

    Conversion(MethodVisitor code) {
        this.code = code;
    }

    /** Converts what is on the stack; {@code exact} is the type that generics promise of it. */
    void convert(Type from, Type exact, Type to) {
        if (isPrimitive(from) && isPrimitive(to)) {
            widen(from, to);
        } else if (isPrimitive(from)) {
            box(from);
        } else if (isPrimitive(to)) {
            unbox(exact, to);
        } else {
            cast(from, to);
        }
    }

    /** The type as the slot of a field holds it: all references are objects, all small numbers ints. */
    static Type slot(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT, Type.ARRAY -> Type.getType(Object.class);
            case Type.LONG, Type.FLOAT, Type.DOUBLE -> type;
            default -> Type.INT_TYPE;
        };
    }

    void cast(Type from, Type to) {
        if (!from.equals(to) && !to.equals(Type.getType(Object.class))) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private void widen(Type from, Type to) {
        Integer operation = WIDENINGS.get(slot(from).getDescriptor() + to.getDescriptor());
        if (operation != null) {
            code.visitInsn(operation);
        } else if (!slot(from).equals(slot(to))) {
            throw new IllegalArgumentException(from + " as " + to);
        }
    }

    private void box(Type from) {
        String box = BOXES.get(from.getDescriptor());
        code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", "(" + from + ")L" + box + ";", false);
    }

    private void unbox(Type exact, Type to) {
        Type held = to;
        for (Map.Entry<String, String> box : BOXES.entrySet()) {
            if (box.getValue().equals(exact.getInternalName())) {
                held = Type.getType(box.getKey());
            }
        }
        String box = BOXES.get(held.getDescriptor());
        code.visitTypeInsn(Opcodes.CHECKCAST, box);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, held.getClassName() + "Value", "()" + held, false);
        widen(held, to);
    }
}
