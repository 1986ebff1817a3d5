package marl.exercise;

import java.util.ArrayList;
import java.util.List;

/**
 * The check of one exercise: its parts, whose points add up to the exercise's.
 *
 * @param <T> the exercise's contract
 * @param exercise what is checked
 * @param parts what is looked at, in the order a student should mend things
 */
public record Checks<T>(Exercise<T> exercise, List<Part<T>> parts) {

    /** Checks that the marks add up. */
    public Checks {
        parts = List.copyOf(parts);
        double sum = parts.stream().mapToDouble(Part::points).sum();
        if (Math.abs(sum - exercise.points()) > 1e-9) {
            throw new IllegalArgumentException(
                    "The parts of " + exercise.id() + " add up to " + sum + " points, not " + exercise.points() + ".");
        }
    }

    /**
     * A check, to be read like a table with a line for each part.
     *
     * @param <T> the exercise's contract
     * @param exercise what is checked
     * @param parts what is looked at, in the order a student should mend things
     * @return the check
     * @throws IllegalArgumentException if the parts' points do not add up to the exercise's
     */
    @SafeVarargs
    public static <T> Checks<T> of(Exercise<T> exercise, Part<T>... parts) {
        List<Part<T>> all = new ArrayList<>();
        for (Part<T> part : parts) {
            all.add(part);
        }
        return new Checks<>(exercise, all);
    }

    /**
     * Judges an answer. Never throws because of the student's code; an {@link Error} of the machine itself (out of
     * memory) passes through.
     *
     * @param answer the student's code
     * @param cases the seed and the number of random cases
     * @return a result for each part
     */
    public Verdict judge(T answer, Cases cases) {
        List<PartResult> results = new ArrayList<>();
        for (Part<T> part : parts) {
            results.add(run(part, answer, cases));
        }
        return new Verdict(exercise, results);
    }

    /**
     * The verdict on an answer that uses what it should have written.
     *
     * @param used simple names of the types it must not use
     * @return no points
     */
    Verdict refuse(List<String> used) {
        String names = String.join(" and ", used);
        String message = "Your answer uses " + names + ", which is what you are asked to write. Write it without "
                + (used.size() == 1 ? "it." : "them.");
        return new Verdict(
                exercise,
                parts.stream()
                        .map(part -> new PartResult(part.name(), Status.FAIL, 0, part.points(), message, ""))
                        .toList());
    }

    private PartResult run(Part<T> part, T answer, Cases cases) {
        try {
            Expect.given("the answer as a whole").made(answer);
            part.body().run(answer, cases);
            return new PartResult(part.name(), Status.PASS, part.points(), part.points(), "", "");
        } catch (CounterExample wrong) {
            return failed(part, Status.FAIL, wrong.getMessage());
        } catch (Exception | StackOverflowError | LinkageError crash) {
            if (Stub.isStub(crash, exercise.id())) {
                return failed(part, Status.UNSOLVED, "");
            }
            return failed(part, Status.CRASH, Stub.explain(crash));
        }
    }

    private PartResult failed(Part<T> part, Status status, String message) {
        String hint = status == Status.UNSOLVED ? "" : part.hint();
        return new PartResult(part.name(), status, 0, part.points(), message, hint);
    }
}
