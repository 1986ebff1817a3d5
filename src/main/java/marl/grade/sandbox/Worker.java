package marl.grade.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import marl.worker.ConnectionLostException;
import marl.worker.Link;
import marl.worker.Preparation;
import marl.worker.ProtocolViolationException;

/** A running worker: the judge's end of the pipe, and a watch over what the process uses. */
public final class Worker implements AutoCloseable {

    /** What a worker writes when it is ready, before any student's code is in it. */
    private static final int READY = 'M';

    private final Process process;
    private final Link link;
    private final ProcessorWatch watch;

    private Worker(Process process, Limits limits) {
        this.process = process;
        link = new Link(process.getInputStream(), process.getOutputStream(), nothing -> {
            throw new ProtocolViolationException("A worker must not give orders.");
        });
        watch = new ProcessorWatch(process, link, limits);
    }

    /**
     * Starts a worker and waits until it is ready.
     *
     * @param command the whole command
     * @param limits what it may use
     * @throws GraderFault if it does not start: then no student is to blame
     */
    static Worker start(List<String> command, Limits limits) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> !name.equals("PATH") && !name.startsWith("DOCKER_"));
            environment.put("LC_ALL", "C.UTF-8");
            environment.put("OMP_NUM_THREADS", "1");
            Process process = builder.start();
            Worker worker = new Worker(process, limits);
            if (!worker.isReady()) {
                worker.close();
                throw new GraderFault(
                        "A worker did not start (" + command.get(0) + ", exit code " + process.waitFor() + ").");
            }
            return worker;
        } catch (IOException missing) {
            throw new GraderFault("A worker did not start (" + missing.getMessage() + ").");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GraderFault("Grading was interrupted.");
        }
    }

    private boolean isReady() throws IOException {
        InputStream in = process.getInputStream();
        watch.begin();
        if (in.read() != READY) {
            return false;
        }
        watch.ready();
        return true;
    }

    /**
     * Has the worker make the object of an answer.
     *
     * @throws marl.exercise.AnswerFailed if it cannot
     * @throws ConnectionLostException if the worker is gone
     * @throws ProtocolViolationException if it breaks the rules
     */
    public <T> T prepare(Preparation preparation, Class<T> contract) {
        return link.prepare(preparation, contract);
    }

    /** Processor time that was seen of the worker, in seconds. */
    double seen() {
        return watch.seen();
    }

    /** Whether the worker was ended because it waited for nothing. */
    public boolean slept() {
        return watch.slept();
    }

    /** Starts counting the processor time of another exercise. */
    void nextExercise() {
        watch.nextExercise();
    }

    /** Whether the process still runs. */
    public boolean isAlive() {
        return process.isAlive() && watch.reason().isEmpty();
    }

    /** Ends the worker because it broke the rules of the pipe; returns the reason. */
    public String condemn() {
        watch.kill("Your code broke the connection to the grader, or returned far too much.");
        return reason();
    }

    /** The pipe is closed: waits for the process to end, or ends it if it only closed the pipe; returns the reason. */
    public String lost() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) ? reason() : condemn();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return condemn();
        }
    }

    /** Why the worker is gone, in a sentence for the student. It gives away nothing that the worker could choose. */
    public String reason() {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!watch.reason().isEmpty()) {
            return watch.reason();
        }
        return switch (process.exitValue()) {
            case 3 -> "Your code used more memory than it may.";
            case 4 -> "Your code broke the connection to the grader.";
            case 128 + 24, 128 + 9, 24, 9 -> "Your code used more processor time or memory than it may.";
            default -> "Your code ended the whole program.";
        };
    }

    @Override
    public void close() {
        watch.end();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
