package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.CounterExample;
import marl.exercise.Lesson06;
import marl.exercise.Lesson06.Mixer;
import marl.exercise.Lesson06.Nudges;
import marl.exercise.Part;

/** The check of 06-1: mixers whose share of decreases is known. */
final class NudgeCheck {

    /** A trial calls the mixer twice, and a grader's mixer is a pipe away: so few trials, where the shares lie far apart. */
    private static final int EXACT = 200;

    private static final int FEW = 400;
    private static final int MANY = 1_000;

    private NudgeCheck() {}

    static Checks<Nudges> checks() {
        return new Checks<>(
                Lesson06.NUDGES,
                List.of(
                        new Part<>(
                                "rising and flat mixers",
                                1,
                                "Compare the total after the nudge with the total before it, at the same state; equal is"
                                        + " not smaller.",
                                NudgeCheck::never),
                        new Part<>(
                                "one agent in three counts against the team",
                                1,
                                "Raise one agent's value in each trial, and pick the agent anew each time.",
                                NudgeCheck::oneInThree),
                        new Part<>(
                                "it depends on the state and on the value",
                                1,
                                "Draw a fresh state and fresh values in each trial, with a mean of 0 and both signs.",
                                NudgeCheck::depends)));
    }

    private static void judge(
            Nudges answer,
            Cases cases,
            double expected,
            String name,
            int agents,
            double size,
            int trials,
            ToDoubleBiFunction<double[], double[]> total) {
        Mixer mixer = new Given(agents, 2, total);
        given("total = %s, %d trials with nudges of %s", name, trials, show(size))
                .close(
                        expected,
                        answer.share(mixer, trials, size, cases.seed()),
                        5 * Math.sqrt(expected * (1 - expected) / trials)); // five standard errors
    }

    private static void never(Nudges answer, Cases cases) {
        judge(answer, cases, 0, "values[0] + 2 * values[1]", 2, 0.01, EXACT, (v, s) -> v[0] + 2 * v[1]);
        judge(answer, cases, 0, "7, whatever the values", 3, 0.01, EXACT, (v, s) -> 7);
        judge(answer, cases, 1, "-values[0] - values[1]", 2, 0.5, EXACT, (v, s) -> -v[0] - v[1]);
    }

    private static void oneInThree(Nudges answer, Cases cases) {
        judge(
                answer,
                cases,
                1 / 3.0,
                "values[0] + values[1] - 5 * values[2]",
                3,
                0.1,
                FEW,
                (v, s) -> v[0] + v[1] - 5 * v[2]);
        judge(
                answer,
                cases,
                1 / 3.0,
                "-values[0] + 5 * values[1] + values[2]",
                3,
                0.1,
                FEW,
                (v, s) -> -v[0] + 5 * v[1] + v[2]);
    }

    private static void depends(Nudges answer, Cases cases) {
        judge(answer, cases, 0.5, "state[0] * values[0]", 1, 0.1, FEW, (v, s) -> s[0] * v[0]);
        judge(answer, cases, 0.5, "state[1] * values[0]", 1, 0.1, FEW, (v, s) -> s[1] * v[0]);
        // |v| falls when v < -size / 2, which has probability 0.3085 for a nudge of 1.
        judge(answer, cases, 0.3085, "|values[0]|", 1, 1, MANY, (v, s) -> Math.abs(v[0]));
    }

    /** A mixer given as a function. */
    private record Given(int agents, int stateSize, ToDoubleBiFunction<double[], double[]> function) implements Mixer {
        @Override
        public double total(double[] values, double[] state) {
            if (values == null || values.length != agents || state == null || state.length != stateSize) {
                throw new CounterExample(
                        "a mixer of " + agents + " agents with a state of length " + stateSize,
                        "to be asked with arrays of these lengths",
                        "values " + show(values) + " and a state " + show(state));
            }
            return function.applyAsDouble(values, state);
        }
    }
}
