package marl.grade.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import marl.exercise.Checks;
import marl.exercise.Part;
import marl.grade.judge.PartJudge.HiddenResult;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import marl.grade.sandbox.GraderFault;
import marl.grade.sandbox.WorkerFactory;
import marl.grade.sandbox.WorkerSlot;
import marl.worker.Preparation;

/**
 * Judges one notebook. Its exercises share a worker from which everything is left out that any of them forbids; an exercise
 * that comes to grief there is judged once more in a worker of its own, with exactly what it may use, and that counts.
 * Counter-examples come from a third worker, which never sees a secret case and so cannot give one away.
 */
final class SubmissionJudge {

    /** Kinds of failures that mean that a name was not found. */
    private static final Set<String> MISSING = Set.of("CompileError", "SPIResolutionException", "NoClassDefFoundError");

    private final WorkerFactory workers;
    private final Map<String, Checks<?>> checks;
    private final Preparations preparations;
    private final CourseKey key;
    private final String student;
    private double spent;

    SubmissionJudge(
            WorkerFactory workers,
            Map<String, Checks<?>> checks,
            Preparations preparations,
            CourseKey key,
            String student) {
        this.workers = workers;
        this.checks = checks;
        this.preparations = preparations;
        this.key = key;
        this.student = student;
    }

    /** Judges the exercises of a lesson, in order. */
    List<ExerciseMark> judge(List<String> exercises) {
        Set<String> forbidden = new TreeSet<>();
        exercises.forEach(id -> forbidden.addAll(checks.get(id).exercise().forbids()));
        List<ExerciseMark> marks = new ArrayList<>();
        List<Tried<?>> tried = new ArrayList<>();
        try (WorkerSlot shared = new WorkerSlot(workers, forbidden, false);
                WorkerSlot seen = new WorkerSlot(workers, forbidden, false)) {
            for (String id : exercises) {
                tried.add(tryHidden(checks.get(id), shared));
            }
            shared.leave();
            for (Tried<?> exercise : tried) {
                marks.add(mark(exercise, seen));
            }
        }
        return marks;
    }

    /**
     * What secret cases showed of an exercise, and where.
     *
     * @param own whether that was in a worker of its own
     * @param full whether that worker had arrays, tables and plots
     */
    private record Tried<T>(Checks<T> checks, List<HiddenResult> hidden, boolean own, boolean full) {

        boolean has(MarkStatus status) {
            return hidden.stream().anyMatch(f -> f.trial().status() == status);
        }

        /** Whether a name was missing, which another class path may have. */
        boolean lacksName() {
            return hidden.stream().anyMatch(f -> MISSING.contains(f.trial().kind()));
        }
    }

    private <T> Tried<T> tryHidden(Checks<T> exercise, WorkerSlot shared) {
        String id = exercise.exercise().id();
        Optional<PartOutcome> without = preparations.refusal(id);
        if (without.isPresent()) {
            return new Tried<>(exercise, same(exercise, without.get()), false, false);
        }
        if (spent + shared.spent() > workers.limits().submission().toSeconds()) {
            String why = "Not tried: the notebook had used up its "
                    + workers.limits().submission().toSeconds() + " s of processor time.";
            return new Tried<>(exercise, same(exercise, new PartOutcome(MarkStatus.TIMEOUT, "", why)), false, false);
        }
        String source = preparations.source(id);
        boolean full = workers.needsAll(source);
        if (full || !exercise.exercise().forbiddenIn(source).isEmpty()) {
            return tryOwn(exercise, full);
        }
        Attempt<T> attempt = new Attempt<>(exercise, preparations.of(exercise.exercise()), shared);
        Tried<T> tried = new Tried<>(exercise, hidden(attempt, id), false, false);
        if (tried.has(MarkStatus.CRASH) || tried.has(MarkStatus.TIMEOUT) && !attempt.wasAlone()) {
            return tryOwn(exercise, tried.lacksName());
        }
        return tried;
    }

    private <T> Tried<T> tryOwn(Checks<T> exercise, boolean full) {
        try (WorkerSlot own = ownSeat(exercise, full)) {
            Attempt<T> attempt = new Attempt<>(exercise, preparations.of(exercise.exercise()), own);
            List<HiddenResult> hidden = hidden(attempt, exercise.exercise().id());
            spent += own.spent();
            return new Tried<>(exercise, hidden, true, full);
        }
    }

    private WorkerSlot ownSeat(Checks<?> exercise, boolean full) {
        return new WorkerSlot(workers, Set.copyOf(exercise.exercise().forbids()), full);
    }

    private <T> List<HiddenResult> hidden(Attempt<T> attempt, String id) {
        try {
            return attempt.walk(
                    (part, answer, worker) -> PartJudge.hidden(part, answer, key.seed(id, student), worker),
                    trial -> new HiddenResult(trial, 0));
        } catch (GraderFault fault) {
            return same(checks.get(id), new PartOutcome(MarkStatus.ERROR, "", fault.getMessage()));
        }
    }

    private static List<HiddenResult> same(Checks<?> exercise, PartOutcome trial) {
        return exercise.parts().stream().map(part -> new HiddenResult(trial, 0)).toList();
    }

    private <T> ExerciseMark mark(Tried<T> tried, WorkerSlot seen) {
        Checks<T> exercise = tried.checks();
        String id = exercise.exercise().id();
        List<Optional<PartOutcome>> visible = visible(tried, seen);
        List<PartMark> parts = new ArrayList<>();
        for (int k = 0; k < exercise.parts().size(); k++) {
            parts.add(PartJudge.mark(
                    id + "." + (k + 1), exercise.parts().get(k), tried.hidden().get(k), visible.get(k)));
        }
        return new ExerciseMark(id, exercise.exercise().title(), preparations.notes(exercise.exercise()), parts);
    }

    private <T> List<Optional<PartOutcome>> visible(Tried<T> tried, WorkerSlot seen) {
        Checks<T> exercise = tried.checks();
        List<Part<T>> parts = exercise.parts();
        boolean needed = preparations.refusal(exercise.exercise().id()).isEmpty()
                && tried.hidden().stream().anyMatch(HiddenResult::wantsVisible);
        if (!needed) {
            return parts.stream().map(part -> Optional.<PartOutcome>empty()).toList();
        }
        Preparation preparation = preparations.of(exercise.exercise());
        try (WorkerSlot own = ownSeat(exercise, tried.full())) {
            WorkerSlot seat = tried.own() ? own : seen;
            return new Attempt<>(exercise, preparation, seat)
                    .walk(
                            (part, answer, worker) ->
                                    tried.hidden().get(parts.indexOf(part)).wantsVisible()
                                            ? Optional.of(
                                                    PartOutcome.of(part, answer, marl.exercise.Cases.visible(), worker))
                                            : Optional.<PartOutcome>empty(),
                            Optional::of);
        } catch (GraderFault fault) {
            return parts.stream().map(part -> Optional.<PartOutcome>empty()).toList();
        }
    }
}
