package marl.kernel;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the code of a cell stoppable: at the start of every method and before every jump back there is a {@link StopCheck}.
 * And who calls {@code System.exit} gets an exception with advice.
 */
final class Stoppable {
    private static final String CHECK = "marl/kernel/StopCheck";
    private static final Handle LINK = new Handle(
            Opcodes.H_INVOKESTATIC,
            CHECK,
            "link",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            false);

    private Stoppable() {}

    /**
     * The same class with checks.
     *
     * @param bytes a class file of Java 7 or newer
     * @return another class file
     */
    static byte[] of(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0); // a check needs no room on the stack and moves no frame
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] thrown) {
                        return new Checks(super.visitMethod(access, name, type, signature, thrown));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Checks extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Checks(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        private void check() {
            super.visitInvokeDynamicInsn("check", "()V", LINK);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... targets) {
            check();
            super.visitTableSwitchInsn(least, most, otherwise, targets);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
            check();
            super.visitLookupSwitchInsn(otherwise, keys, targets);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean onInterface) {
            if (owner.equals("java/lang/System") && name.equals("exit")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECK, "exit", "(I)V", false);
            } else if (owner.equals("java/lang/Runtime") && (name.equals("exit") || name.equals("halt"))) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECK, "exit", "(Ljava/lang/Runtime;I)V", false);
            } else {
                super.visitMethodInsn(opcode, owner, name, type, onInterface);
            }
        }
    }
}
