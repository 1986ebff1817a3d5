package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleBiFunction;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.CounterExample;
import marl.exercise.Lesson06;
import marl.exercise.Lesson06.Mixer;
import marl.exercise.Lesson06.Nudges;

/** The check of 06-1: mixers whose share of decreases is known. */
final class NudgeCheck {

    /** A trial calls the mixer twice, and a grader's mixer is a pipe away: so few trials, where the shares lie far apart. */
    private static final int FEW = 300;

    private static final int MANY = 700;

    /** The probability of a standard normal number below -1. A number from -1 to 1 never is. */
    private static final double BELOW = 0.1587;

    private NudgeCheck() {}

    static Checks<Nudges> checks() {
        return Checks.of(
                Lesson06.NUDGES,
                part(
                        "rising and flat mixers",
                        1,
                        "Compare the total after the nudge with the total before it, at the same state; equal is"
                                + " not smaller.",
                        NudgeCheck::never),
                part(
                        "one agent in three counts against the team",
                        1,
                        "Raise one agent's value in each trial, and pick the agent anew each time.",
                        NudgeCheck::oneInThree),
                part(
                        "it depends on the state, the value and the seed",
                        1,
                        "Draw a fresh state and fresh values in each trial, with a mean of 0 and both signs, all from"
                                + " Rng.of(seed), made once.",
                        NudgeCheck::depends));
    }

    private static void judge(
            Nudges answer, Cases cases, double expected, String name, Mixer mixer, double size, int trials) {
        AtomicInteger asked = new AtomicInteger();
        Mixer counting = new Given(mixer.agents(), mixer.stateSize(), (v, s) -> {
            asked.incrementAndGet();
            return mixer.total(v, s);
        });
        String given = String.format("total = %s, %d trials with nudges of %s", name, trials, show(size));
        given("%s", given)
                .close(
                        expected,
                        answer.share(counting, trials, size, cases.seed()),
                        5 * Math.sqrt(expected * (1 - expected) / trials)); // five standard errors
        given("%s", given)
                .that(asked.get() >= 2 * trials, "the mixer asked twice in each trial", "%d times in all", asked.get());
    }

    /**
     * A weighed sum of the values of three agents, whose weights have these signs, plus something large that depends on the
     * state alone: it cancels for whoever asks twice at the same state.
     */
    private static void sum(Nudges answer, Cases cases, SplittableRandom random, int... signs) {
        double plus = Draw.tenth(random, 50, 90);
        double[] weights = new double[signs.length];
        Arrays.setAll(weights, i -> signs[i] * Draw.tenth(random, 0.1, 5));
        Mixer mixer = new Given(signs.length, 2, (v, s) -> {
            double total = plus * s[1];
            for (int i = 0; i < v.length; i++) {
                total += weights[i] * v[i];
            }
            return total;
        });
        double falls = Arrays.stream(signs).filter(sign -> sign < 0).count();
        String name = show(plus) + " * state[1] plus the sum of values times " + show(weights);
        judge(answer, cases, falls / signs.length, name, mixer, Draw.tenth(random, 0.1, 0.9), FEW);
    }

    private static void never(Nudges answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        int first = random.nextInt(3);
        for (int k = 0; k < 3; k++) {
            int sign = (first + k) % 3 - 1;
            sum(answer, cases, random, sign, sign, sign);
        }
    }

    private static void oneInThree(Nudges answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        int first = random.nextInt(3);
        for (int k = 0; k < 2; k++) {
            int[] signs = {1, 1, 1};
            signs[(first + k) % 3] = -1;
            sum(answer, cases, random, signs);
        }
    }

    private static void depends(Nudges answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        seeded(answer, cases);
        int length = random.nextInt(2, 5);
        int first = random.nextInt(3);
        for (int k = 0; k < 3; k++) {
            int at = (first + k) % 3;
            if (at < 2) {
                Mixer mixer = new Given(1, length, (v, s) -> s[at] * v[0]);
                judge(answer, cases, 0.5, "state[" + at + "] * values[0]", mixer, 1, MANY);
            } else {
                // Raised by 2, |v| falls when v < -1, and -|v| otherwise.
                int sign = random.nextBoolean() ? 1 : -1;
                Mixer mixer = new Given(1, length, (v, s) -> sign * Math.abs(v[0]));
                judge(answer, cases, sign > 0 ? BELOW : 1 - BELOW, sign + " * |values[0]|", mixer, 2, MANY);
                Mixer wide = new Given(1, length, (v, s) -> (s[0] < -1 ? -1 : 1) * v[0]);
                judge(answer, cases, BELOW, "values[0], with a minus where state[0] is below -1", wide, 1, MANY);
            }
        }
    }

    /** Equal seeds give equal shares, and other seeds other ones; luck that looks otherwise is one in a million. */
    private static void seeded(Nudges answer, Cases cases) {
        Mixer mixer = new Given(1, 1, (v, s) -> s[0] * v[0]);
        double share = answer.share(mixer, FEW, 1, cases.seed());
        for (int k = 0; k < 4; k++) {
            // Without the seed two shares are equal by luck in 3 of 100 cases, five in one of a million.
            given("total = state[0] * values[0], asked again with seed %d", cases.seed())
                    .close(share, answer.share(mixer, FEW, 1, cases.seed()), 0);
        }
        boolean moved = false;
        for (int k = 1; k <= 4 && !moved; k++) {
            moved = answer.share(mixer, FEW, 1, cases.seed() + k) != share;
        }
        given("total = state[0] * values[0], asked with five seeds")
                .that(moved, "other seeds, other shares", "the same share for all of them");
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
