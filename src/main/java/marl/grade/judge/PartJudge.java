package marl.grade.judge;

import java.util.Optional;
import java.util.Set;
import marl.exercise.Cases;
import marl.exercise.Part;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import marl.grade.sandbox.Worker;

/** Judges one part, on secret cases, and puts into words what a student may know of it. */
final class PartJudge {

    private static final int HIDDEN_CASES = 60;
    private static final int ROUND_CASES = 20;
    private static final int ROUNDS = 5;

    /** From so many rounds on, a part of chance that failed is looked at by a person. */
    private static final int NEAR = 2;

    /** Names of exceptions that give nothing away; an answer could hide a secret case in the name of its own. */
    private static final Set<String> TELLING = Set.of(
            "ArithmeticException",
            "ArrayIndexOutOfBoundsException",
            "ClassCastException",
            "IllegalArgumentException",
            "IllegalStateException",
            "IndexOutOfBoundsException",
            "NegativeArraySizeException",
            "NoClassDefFoundError",
            "NoSuchElementException",
            "NullPointerException",
            "NumberFormatException",
            "SPIResolutionException",
            "StackOverflowError",
            "StringIndexOutOfBoundsException",
            "UnsupportedOperationException");

    private PartJudge() {}

    /**
     * What secret cases showed.
     *
     * @param trial the first run
     * @param rounds after a failure: how many of {@link #ROUNDS} further runs passed
     */
    record HiddenResult(PartOutcome trial, int rounds) {

        /** Whether the notebook's own cases should be tried too, for words that help. */
        boolean wantsVisible() {
            return trial.status() == MarkStatus.FAIL || trial.status() == MarkStatus.CRASH;
        }
    }

    /** Tries secret cases, and after a failure more of them. */
    static <T> HiddenResult hidden(Part<T> part, T answer, long seed, Worker worker) {
        PartOutcome trial = PartOutcome.of(part, answer, new Cases(seed, HIDDEN_CASES), worker);
        int passed = 0;
        for (int round = 1; round <= ROUNDS && trial.status() == MarkStatus.FAIL && worker.isAlive(); round++) {
            Cases cases = new Cases(seed + 0x9E3779B97F4A7C15L * round, ROUND_CASES);
            passed += PartOutcome.of(part, answer, cases, worker).status() == MarkStatus.PASS ? 1 : 0;
        }
        return new HiddenResult(trial, passed);
    }

    /**
     * The mark of a part.
     *
     * @param id exercise and number of the part
     * @param part the part
     * @param hidden what secret cases showed
     * @param visible what the notebook's own cases showed, in a worker that never saw a secret one
     */
    static PartMark mark(String id, Part<?> part, HiddenResult hidden, Optional<PartOutcome> visible) {
        PartOutcome trial = hidden.trial();
        return switch (trial.status()) {
            case PASS -> new PartMark(id, part.name(), MarkStatus.PASS, part.points(), part.points(), true, "", "", "");
            case FAIL -> failed(id, part, hidden.rounds(), visible);
            case CRASH -> crashed(id, part, trial, visible);
            case ERROR -> of(id, part, MarkStatus.ERROR, true, "The check itself failed. " + trial.text(), "");
            default -> of(id, part, trial.status(), false, trial.text(), "");
        };
    }

    private static PartMark failed(String id, Part<?> part, int rounds, Optional<PartOutcome> visible) {
        String message = rounds + " of " + ROUNDS + " rounds of hidden cases passed.";
        if (part.random() && rounds >= NEAR) {
            return of(id, part, MarkStatus.REVIEW, true, message + " That is too near to call by rule.", "");
        }
        return visible.filter(trial -> trial.status() == MarkStatus.FAIL)
                .map(trial -> of(id, part, MarkStatus.FAIL, false, message, trial.text()))
                .orElseGet(() -> of(id, part, MarkStatus.FAIL, true, "The notebook's own cases pass. " + message, ""));
    }

    private static PartMark crashed(String id, Part<?> part, PartOutcome hidden, Optional<PartOutcome> visible) {
        if (visible.isPresent() && visible.get().status() == MarkStatus.CRASH) {
            return of(id, part, MarkStatus.CRASH, false, visible.get().text(), "");
        }
        String kind = TELLING.contains(hidden.kind()) ? hidden.kind() : "an exception";
        return of(id, part, MarkStatus.CRASH, true, "Your code stopped with " + kind + " in hidden cases.", "");
    }

    private static PartMark of(
            String id, Part<?> part, MarkStatus status, boolean hidden, String message, String counterExample) {
        boolean hinted = status == MarkStatus.FAIL || status == MarkStatus.REVIEW || status == MarkStatus.CRASH;
        return new PartMark(
                id, part.name(), status, 0, part.points(), hidden, message, hinted ? part.hint() : "", counterExample);
    }
}
