package kubenat.build;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** One lambda or method reference: what it captures, which method it offers, and which it calls. */
record Lambda(int number, String name, String descriptor, Type offered, Handle called, Type exact) {
    static Lambda of(int number, InvokeDynamicInsnNode call) {
        return new Lambda(
                number, call.name, call.desc, (Type) call.bsmArgs[0], (Handle) call.bsmArgs[1], (Type) call.bsmArgs[2]);
    }

    String interfaceName() {
        return Type.getReturnType(descriptor).getInternalName();
    }

    Type[] captured() {
        return Type.getArgumentTypes(descriptor);
    }

    /** The fields that hold what is captured: the first int in I0, the second in I1, the first object in L0. */
    List<String> slots() {
        List<String> slots = new ArrayList<>();
        for (Type type : captured()) {
            String letter = Conversion.slot(type).getDescriptor().substring(0, 1);
            long before = slots.stream().filter(slot -> slot.startsWith(letter)).count();
            slots.add(letter + before);
        }
        return slots;
    }

    /** Writes the call, in a method of the class that has the slots. */
    void write(String owner, MethodVisitor code) {
        Conversion conversion = new Conversion(code);
        if (called.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.visitTypeInsn(Opcodes.NEW, called.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        Type[] captured = captured();
        for (int i = 0; i < captured.length; i++) {
            Type slot = Conversion.slot(captured[i]);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, owner, slots().get(i), slot.getDescriptor());
            if (slot.getSort() == Type.OBJECT) {
                conversion.cast(slot, captured[i]);
            }
        }
        int variable = 1;
        List<Type> taken = taken();
        for (int i = 0; i < offered.getArgumentTypes().length; i++) {
            Type from = offered.getArgumentTypes()[i];
            code.visitVarInsn(from.getOpcode(Opcodes.ILOAD), variable);
            conversion.convert(from, exact.getArgumentTypes()[i], taken.get(captured.length + i));
            variable += from.getSize();
        }
        code.visitMethodInsn(opcode(), called.getOwner(), called.getName(), called.getDesc(), called.isInterface());
        giveBack(code, conversion);
    }

    private void giveBack(MethodVisitor code, Conversion conversion) {
        Type result = result();
        Type wanted = offered.getReturnType();
        if (wanted == Type.VOID_TYPE) {
            if (result != Type.VOID_TYPE) {
                code.visitInsn(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
        } else {
            conversion.convert(result, result, wanted);
        }
        code.visitInsn(wanted.getOpcode(Opcodes.IRETURN));
    }

    /** What the called method takes, with the object that it is called on. */
    private List<Type> taken() {
        List<Type> taken = new ArrayList<>();
        if (called.getTag() != Opcodes.H_INVOKESTATIC && called.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            taken.add(Type.getObjectType(called.getOwner()));
        }
        taken.addAll(List.of(Type.getArgumentTypes(called.getDesc())));
        return taken;
    }

    private Type result() {
        return called.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(called.getOwner())
                : Type.getReturnType(called.getDesc());
    }

    private int opcode() {
        return switch (called.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            // A private method of the same nest, which since Java 11 is called like any other.
            default -> called.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }
}
