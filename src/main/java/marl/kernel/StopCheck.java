package marl.kernel;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * What {@link Stoppable} puts into every loop and method of a cell: a call that does nothing, and that costs nothing where it
 * is compiled, until somebody presses stop. Then it throws {@link StoppedError} in whichever thread comes by.
 *
 * <p>All calls share one call site, so that one switch reaches them all; the Java machine takes back what it has compiled.
 * The site is the only state, and there is one kernel in a process.
 */
public final class StopCheck {
    private static final MethodType NOTHING = MethodType.methodType(void.class);
    private static final MethodHandle GO_ON = MethodHandles.empty(NOTHING);
    private static final MethodHandle END = handle();
    private static final MutableCallSite SITE = new MutableCallSite(GO_ON);

    private StopCheck() {}

    /** Links a call. Called by the Java machine, which prescribes the arguments. */
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type) {
        return SITE;
    }

    /** From now on every check throws. */
    static void end() {
        SITE.setTarget(END);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    /** From now on no check does anything. */
    static void goOn() {
        SITE.setTarget(GO_ON);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    /** In place of {@link System#exit}. */
    public static void exit(int status) {
        throw new UnsupportedOperationException(
                "System.exit(" + status + ") would end the kernel, and with it everything"
                        + " that you have declared. Leave it out; the stop button ends a cell.");
    }

    /** In place of {@link Runtime#exit} and {@link Runtime#halt}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** What the switched site calls. Threads of earlier cells, which nobody has stopped, go on. */
    public static void stop() {
        if (CellThreads.ofCaller().map(CellThreads::stopped).orElse(true)) {
            throw new StoppedError();
        }
    }

    private static MethodHandle handle() {
        try {
            return MethodHandles.lookup().findStatic(StopCheck.class, "stop", NOTHING);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
