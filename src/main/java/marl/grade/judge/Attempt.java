package marl.grade.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import marl.exercise.AnswerFailed;
import marl.exercise.Checks;
import marl.exercise.Part;
import marl.grade.mark.MarkStatus;
import marl.grade.sandbox.GraderFault;
import marl.grade.sandbox.Worker;
import marl.grade.sandbox.WorkerSlot;
import marl.worker.ConnectionLostException;
import marl.worker.Preparation;
import marl.worker.ProtocolViolationException;

/**
 * One walk through the parts of an exercise in a worker slot. A worker that is lost on the way is replaced, so that one endless
 * loop does not cost the other parts, but not more than twice.
 *
 * @param <T> the exercise's contract
 */
final class Attempt<T> {

    private static final int MOST_WORKERS = 3;

    private final Checks<T> checks;
    private final Preparation preparation;
    private final WorkerSlot seat;
    private boolean alone = true;
    private int workers;

    Attempt(Checks<T> checks, Preparation preparation, WorkerSlot seat) {
        this.checks = checks;
        this.preparation = preparation;
        this.seat = seat;
    }

    /** An answer in its worker; the object is a proxy for it. */
    private record Placed<T>(T answer, Worker worker) {}

    /** Tries a part. */
    @FunctionalInterface
    interface Step<T, R> {
        R of(Part<T> part, T answer, Worker worker);
    }

    /** Whether no other exercise's code was in the worker before. */
    boolean wasAlone() {
        return alone;
    }

    /**
     * Walks.
     *
     * @param step tries a part
     * @param without what comes of a part that could not be tried
     * @param <R> what comes of a part
     * @return one result for each part
     * @throws GraderFault if no worker starts
     */
    <R> List<R> walk(Step<T, R> step, Function<PartOutcome, R> without) {
        List<R> results = new ArrayList<>();
        Optional<Placed<T>> placed = Optional.empty();
        Optional<PartOutcome> refused = Optional.empty();
        for (Part<T> part : checks.parts()) {
            if (refused.isEmpty() && placed.filter(p -> p.worker().isAlive()).isEmpty()) {
                Worker worker = seat.worker();
                alone &= seat.use();
                try {
                    placed = Optional.of(place(worker));
                } catch (AnswerFailed failed) {
                    refused = Optional.of(
                            failed.stub()
                                    ? new PartOutcome(MarkStatus.UNSOLVED, "", "")
                                    : new PartOutcome(MarkStatus.CRASH, failed.kind(), failed.getMessage()));
                } catch (ConnectionLostException gone) {
                    refused = Optional.of(new PartOutcome(MarkStatus.TIMEOUT, "", worker.lost()));
                } catch (ProtocolViolationException broken) {
                    refused = Optional.of(new PartOutcome(MarkStatus.TIMEOUT, "", worker.condemn()));
                }
            }
            if (refused.isPresent()) {
                results.add(without.apply(refused.get()));
                continue;
            }
            Worker worker = placed.get().worker();
            results.add(step.of(part, placed.get().answer(), worker));
            if (!worker.isAlive() && (!alone || worker.slept())) {
                // It will be tried again alone, or it would only sleep again: no need to wait for the other parts.
                refused = Optional.of(new PartOutcome(MarkStatus.TIMEOUT, "", worker.reason()));
            }
        }
        return results;
    }

    private Placed<T> place(Worker worker) {
        if (++workers > MOST_WORKERS) {
            throw new AnswerFailed(false, "Limit", "Not tried: the parts before it had used up three workers.");
        }
        return new Placed<>(worker.prepare(preparation, checks.exercise().contract()), worker);
    }
}
