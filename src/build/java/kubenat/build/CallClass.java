package kubenat.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The class whose instances are all the lambdas of another; a number says which of them an instance is. */
final class CallClass {
    private static final String NUMBER = "number";

    private final ClassNode host;
    private final String name;
    private final List<Lambda> lambdas = new ArrayList<>();
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    CallClass(ClassNode host) {
        this.host = host;
        this.name = host.name + "$$Calls";
    }

    /** Takes the lambdas out of the other class; no if there are none. */
    boolean take() {
        for (MethodNode method : host.methods) {
            for (AbstractInsnNode each : method.instructions.toArray()) {
                if (each instanceof InvokeDynamicInsnNode call
                        && call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                        && call.bsm.getName().equals("metafactory")) {
                    Lambda lambda = Lambda.of(lambdas.size(), call);
                    lambdas.add(lambda);
                    method.instructions.set(
                            call, new MethodInsnNode(Opcodes.INVOKESTATIC, name, factory(lambda), lambda.descriptor()));
                }
            }
        }
        return !lambdas.isEmpty();
    }

    /** Lets it use private methods of the nest. */
    void joinNest(ClassNode nest) {
        if (nest.nestMembers == null) {
            nest.nestMembers = new ArrayList<>();
        }
        nest.nestMembers.add(name);
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        String[] interfaces =
                lambdas.stream().map(Lambda::interfaceName).distinct().toArray(String[]::new);
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(host.version, access, name, null, "java/lang/Object", interfaces);
        writer.visitNestHost(host.nestHostClass == null ? host.name : host.nestHostClass);
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, NUMBER, "I", null, null);
        Map<String, Type> slots = new TreeMap<>();
        for (Lambda lambda : lambdas) {
            for (int i = 0; i < lambda.slots().size(); i++) {
                slots.put(lambda.slots().get(i), Conversion.slot(lambda.captured()[i]));
            }
        }
        slots.forEach((slot, type) -> writer.visitField(Opcodes.ACC_PRIVATE, slot, type.getDescriptor(), null, null));
        writeConstructor();
        lambdas.forEach(this::writeFactory);
        Map<String, List<Lambda>> offered = new LinkedHashMap<>();
        for (Lambda lambda : lambdas) {
            offered.computeIfAbsent(lambda.name() + lambda.offered(), each -> new ArrayList<>())
                    .add(lambda);
        }
        offered.values().forEach(this::writeMethod);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static String factory(Lambda lambda) {
        return "lambda" + lambda.number();
    }

    private void writeConstructor() {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(I)V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, NUMBER, "I");
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private void writeFactory(Lambda lambda) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, factory(lambda), lambda.descriptor(), null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        code.visitLdcInsn(lambda.number());
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "(I)V", false);
        int variable = 0;
        for (int i = 0; i < lambda.captured().length; i++) {
            Type type = lambda.captured()[i];
            code.visitInsn(Opcodes.DUP);
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
            code.visitFieldInsn(
                    Opcodes.PUTFIELD,
                    name,
                    lambda.slots().get(i),
                    Conversion.slot(type).getDescriptor());
            variable += type.getSize();
        }
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    /** The method that some of the lambdas offer. */
    private void writeMethod(List<Lambda> offering) {
        Lambda first = offering.get(0);
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC, first.name(), first.offered().getDescriptor(), null, null);
        code.visitCode();
        if (offering.size() > 1) {
            Label[] labels = offering.stream().map(lambda -> new Label()).toArray(Label[]::new);
            int[] numbers = offering.stream().mapToInt(Lambda::number).toArray();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, NUMBER, "I");
            code.visitLookupSwitchInsn(labels[0], numbers, labels);
            for (int i = 0; i < labels.length; i++) {
                code.visitLabel(labels[i]);
                code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
                offering.get(i).write(name, code);
            }
        } else {
            first.write(name, code);
        }
        end(code);
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
