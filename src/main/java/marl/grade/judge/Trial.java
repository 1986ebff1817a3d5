package marl.grade.judge;

import marl.exercise.AnswerFailed;
import marl.exercise.Cases;
import marl.exercise.CounterExample;
import marl.exercise.Part;
import marl.grade.mark.MarkStatus;
import marl.grade.sandbox.Worker;
import marl.worker.LostException;
import marl.worker.WireException;

/**
 * One run of one part of a check against an answer.
 *
 * @param status how it ended
 * @param kind the simple name of the exception after a {@link MarkStatus#CRASH} or {@link MarkStatus#ERROR}, otherwise empty
 * @param text the counter-example, or what happened
 */
record Trial(MarkStatus status, String kind, String text) {

    /** Runs a part. Whatever the check makes of a worker that is gone, a limit that was reached is what counts. */
    static <T> Trial of(Part<T> part, T answer, Cases cases, Worker worker) {
        Trial trial = run(part, answer, cases, worker);
        return worker.isAlive() ? trial : new Trial(MarkStatus.TIMEOUT, "", worker.reason());
    }

    private static <T> Trial run(Part<T> part, T answer, Cases cases, Worker worker) {
        try {
            part.body().run(answer, cases);
            return new Trial(MarkStatus.PASS, "", "");
        } catch (CounterExample wrong) {
            return new Trial(MarkStatus.FAIL, "", wrong.getMessage());
        } catch (AnswerFailed failed) {
            return failed.stub()
                    ? new Trial(MarkStatus.UNSOLVED, "", "")
                    : new Trial(MarkStatus.CRASH, failed.kind(), failed.getMessage());
        } catch (LostException gone) {
            return new Trial(MarkStatus.TIMEOUT, "", worker.lost());
        } catch (WireException broken) {
            return new Trial(MarkStatus.TIMEOUT, "", worker.condemn());
        } catch (Exception | StackOverflowError | LinkageError fault) {
            return new Trial(MarkStatus.ERROR, fault.getClass().getSimpleName(), FaultText.of(fault));
        }
    }
}
