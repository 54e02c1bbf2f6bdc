package kubenat.build;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes out {@code equals}, {@code hashCode} and {@code toString} of a record, with the results of {@code java.lang.runtime.ObjectMethods}. */
final class RecordMethods {
    private static final String BUILDER = "java/lang/StringBuilder";
    private static final Map<Integer, String> BOXES = Map.of(
            Type.BOOLEAN, "java/lang/Boolean",
            Type.CHAR, "java/lang/Character",
            Type.BYTE, "java/lang/Byte",
            Type.SHORT, "java/lang/Short",
            Type.INT, "java/lang/Integer",
            Type.FLOAT, "java/lang/Float",
            Type.LONG, "java/lang/Long",
            Type.DOUBLE, "java/lang/Double");

    private final String owner;
    private final List<Handle> fields;
    private final MethodVisitor code;

    private RecordMethods(String owner, List<Handle> fields, MethodVisitor code) {
        this.owner = owner;
        this.fields = fields;
        this.code = code;
    }

    /** Writes those that the class leaves to the compiler. */
    static void write(ClassNode node) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode each : method.instructions.toArray()) {
                if (each instanceof InvokeDynamicInsnNode call
                        && call.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                    List<Handle> fields = Arrays.stream(call.bsmArgs, 2, call.bsmArgs.length)
                            .map(Handle.class::cast)
                            .toList();
                    method.instructions.clear();
                    method.localVariables = null;
                    new RecordMethods(node.name, fields, method).write(method.name);
                }
            }
        }
    }

    private void write(String method) {
        switch (method) {
            case "toString" -> text();
            case "hashCode" -> hash();
            case "equals" -> equality();
            default -> throw new IllegalArgumentException(method);
        }
    }

    private void get(int variable, Handle field) {
        code.visitVarInsn(Opcodes.ALOAD, variable);
        code.visitFieldInsn(Opcodes.GETFIELD, owner, field.getName(), field.getDesc());
    }

    private void text() {
        code.visitTypeInsn(Opcodes.NEW, BUILDER);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false);
        String before = owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1) + "[";
        for (Handle field : fields) {
            append(before + field.getName() + "=");
            get(0, field);
            append(Type.getType(field.getDesc()));
            before = ", ";
        }
        append(fields.isEmpty() ? before + "]" : "]");
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(3, 1);
    }

    private void append(String text) {
        code.visitLdcInsn(text);
        append(Type.getType(Object.class));
    }

    private void append(Type type) {
        String taken = switch (type.getSort()) {
            case Type.BYTE, Type.SHORT -> "I";
            case Type.ARRAY, Type.OBJECT -> "Ljava/lang/Object;";
            default -> type.getDescriptor();
        };
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + taken + ")L" + BUILDER + ";", false);
    }

    private void hash() {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle field : fields) {
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            get(0, field);
            Type type = Type.getType(field.getDesc());
            String box = BOXES.get(type.getSort());
            if (box == null) {
                call("java/util/Objects", "hashCode", "(Ljava/lang/Object;)I");
            } else {
                call(box, "hashCode", "(" + type + ")I");
            }
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(3, 1);
    }

    private void equality() {
        Label different = new Label();
        Label kin = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitJumpInsn(Opcodes.IF_ACMPNE, kin);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(kin);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
        code.visitJumpInsn(Opcodes.IFEQ, different);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, owner);
        code.visitVarInsn(Opcodes.ASTORE, 2);
        for (Handle field : fields) {
            get(0, field);
            get(2, field);
            leaveIfDifferent(Type.getType(field.getDesc()), different);
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(different);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(4, 3);
    }

    private void leaveIfDifferent(Type type, Label different) {
        String box = BOXES.get(type.getSort());
        if (box == null) {
            call("java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
            code.visitJumpInsn(Opcodes.IFEQ, different);
        } else {
            call(box, "compare", "(" + type + type + ")I");
            code.visitJumpInsn(Opcodes.IFNE, different);
        }
    }

    private void call(String owner, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }
}
