package marl.grade.judge;

import marl.exercise.AnswerFailed;
import marl.exercise.Cases;
import marl.exercise.CounterExample;
import marl.exercise.Part;
import marl.grade.mark.MarkStatus;
import marl.grade.sandbox.Worker;
import marl.worker.ConnectionLostException;
import marl.worker.ProtocolViolationException;

/**
 * One run of one part of a check against an answer.
 *
 * @param status how it ended
 * @param kind the simple name of the exception after a {@link MarkStatus#CRASH} or {@link MarkStatus#ERROR}, otherwise empty
 * @param text the counter-example, or what happened
 */
record PartOutcome(MarkStatus status, String kind, String text) {

    /** Runs a part. Whatever the check makes of a worker that is gone, a limit that was reached is what counts. */
    static <T> PartOutcome of(Part<T> part, T answer, Cases cases, Worker worker) {
        PartOutcome trial = run(part, answer, cases, worker);
        return worker.isAlive() ? trial : new PartOutcome(MarkStatus.TIMEOUT, "", worker.reason());
    }

    private static <T> PartOutcome run(Part<T> part, T answer, Cases cases, Worker worker) {
        try {
            part.body().run(answer, cases);
            return new PartOutcome(MarkStatus.PASS, "", "");
        } catch (CounterExample wrong) {
            return new PartOutcome(MarkStatus.FAIL, "", wrong.getMessage());
        } catch (AnswerFailed failed) {
            return failed.stub()
                    ? new PartOutcome(MarkStatus.UNSOLVED, "", "")
                    : new PartOutcome(MarkStatus.CRASH, failed.kind(), failed.getMessage());
        } catch (ConnectionLostException gone) {
            return new PartOutcome(MarkStatus.TIMEOUT, "", worker.lost());
        } catch (ProtocolViolationException broken) {
            return new PartOutcome(MarkStatus.TIMEOUT, "", worker.condemn());
        } catch (Exception | StackOverflowError | LinkageError fault) {
            return new PartOutcome(MarkStatus.ERROR, fault.getClass().getSimpleName(), FaultText.of(fault));
        }
    }
}
