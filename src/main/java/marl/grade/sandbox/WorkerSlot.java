package marl.grade.sandbox;

import java.util.Optional;
import java.util.Set;

/** A place for one worker after the other, each started when it is needed. */
public final class WorkerSlot implements AutoCloseable {

    private final WorkerFactory workers;
    private final Set<String> forbidden;
    private final boolean full;
    private Optional<Worker> worker = Optional.empty();
    private boolean fresh;
    private double spent;

    /**
     * A place without a worker so far.
     *
     * @param workers starts the workers
     * @param forbidden binary names of library types that they must not have
     * @param full whether they have arrays, tables and plots
     */
    public WorkerSlot(WorkerFactory workers, Set<String> forbidden, boolean full) {
        this.workers = workers;
        this.forbidden = forbidden;
        this.full = full;
    }

    /**
     * The worker, a new one if there is none that lives.
     *
     * @return a worker that lives
     * @throws GraderFault if it does not start
     */
    public Worker worker() {
        if (worker.isEmpty() || !worker.get().isAlive()) {
            leave();
            worker = Optional.of(workers.start(forbidden, full));
            fresh = true;
        }
        return worker.get();
    }

    /**
     * Marks that a student's code is in the worker now.
     *
     * @return whether it is the first in this worker
     */
    public boolean use() {
        boolean first = fresh;
        fresh = false;
        worker.ifPresent(Worker::nextExercise);
        return first;
    }

    /** Processor time of all its workers so far, in seconds. */
    public double spent() {
        return spent + worker.map(Worker::seen).orElse(0.0);
    }

    /** Ends the worker, if there is one; the next one is started when it is needed. */
    public void leave() {
        worker.ifPresent(Worker::close);
        spent += worker.map(Worker::seen).orElse(0.0);
        worker = Optional.empty();
    }

    @Override
    public void close() {
        leave();
    }
}
