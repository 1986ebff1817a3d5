package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson00;
import marl.exercise.Lesson00.EpsilonGreedy;
import marl.exercise.Lesson00.Interval;
import marl.exercise.Lesson00.RunningMean;

/** The checks of lesson 00. */
final class Lesson00Checks {

    private Lesson00Checks() {}

    static List<Checks<?>> all() {
        return new Lesson00Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(runningMeanCheck(), intervalCheck(), epsilonGreedyCheck());
    }

    private Checks<RunningMean> runningMeanCheck() {
        return Checks.of(
                Lesson00.RUNNING_MEAN,
                part("the first reward", 0.5, "With count = 1 the old mean must not count at all.", this::firstReward),
                part(
                        "many rewards",
                        1.5,
                        "Move the mean towards the reward by 1/count of the distance.",
                        this::manyRewards));
    }

    private Checks<Interval> intervalCheck() {
        return Checks.of(
                Lesson00.INTERVAL,
                part("the mean", 0.5, "The first number is the plain mean.", this::mean),
                part(
                        "the half-width",
                        2.5,
                        "t * s / sqrt(n), where s squares the distances to the mean, divides by n - 1 and"
                                + " takes the root. Samples that are all equal have no width.",
                        this::halfWidth));
    }

    private Checks<EpsilonGreedy> epsilonGreedyCheck() {
        return Checks.of(
                Lesson00.EPSILON_GREEDY,
                part(
                        "greedy when u is not below epsilon",
                        1,
                        "Explore only if u < epsilon; with epsilon = 0 never.",
                        this::greedy),
                part(
                        "exploring reaches every arm",
                        1,
                        "While exploring, v in [0, 1) cut into equal slices picks among ALL arms, the best one too.",
                        this::explores),
                part(
                        "ties are shared",
                        2,
                        "Collect all arms with the highest value, then let v pick among them in equal slices.",
                        this::ties));
    }

    private void firstReward(RunningMean answer, Cases cases) {
        for (double old : new double[] {0, 7, -100}) {
            given("mean = %s, count = 1, reward = 4", show(old)).close(4, answer.update(old, 1, 4), 1e-12);
        }
    }

    private void manyRewards(RunningMean answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            double mean = 0;
            double[] rewards = Draw.values(random, random.nextInt(2, 12));
            for (int n = 1; n <= rewards.length; n++) {
                mean = answer.update(mean, n, rewards[n - 1]);
            }
            given("rewards %s one after the other", show(rewards))
                    .close(Arrays.stream(rewards).average().orElseThrow(), mean, 1e-9);
            double old = Draw.tenth(random, -5, 5);
            int count = random.nextInt(2, 40);
            double reward = Draw.tenth(random, -5, 5);
            given("mean = %s, count = %d, reward = %s", show(old), count, show(reward))
                    .close(old + (reward - old) / count, answer.update(old, count, reward), 1e-9);
        }
    }

    private static double[] samples(SplittableRandom random) {
        double[] samples = Draw.values(random, random.nextInt(2, 12));
        samples[0] += 1.5;
        return samples;
    }

    private static double[] call(Interval answer, double[] samples, double t) {
        double[] lent = samples.clone();
        double[] result = answer.interval(lent, t);
        given("samples %s, t = %s", show(samples), show(t))
                .that(result != null && result.length == 3, "three numbers: mean, low, high", "%s", show(result));
        given("samples %s", show(samples)).unchanged(samples, lent);
        return result;
    }

    private void mean(Interval answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            double[] samples = samples(random);
            given("samples %s, t = 2: the mean", show(samples))
                    .close(Arrays.stream(samples).average().orElseThrow(), call(answer, samples, 2)[0], 1e-9);
        }
    }

    private void halfWidth(Interval answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            double[] samples = samples(random);
            double t = Draw.tenth(random, 1, 4);
            double mean = Arrays.stream(samples).average().orElseThrow();
            double squares =
                    Arrays.stream(samples).map(x -> (x - mean) * (x - mean)).sum();
            double half = t * Math.sqrt(squares / (samples.length - 1) / samples.length);
            given("samples %s, t = %s", show(samples), show(t))
                    .close(new double[] {mean, mean - half, mean + half}, call(answer, samples, t), 1e-9);
        }
        given("samples [3, 3, 3, 3], t = 2")
                .close(new double[] {3, 3, 3}, call(answer, new double[] {3, 3, 3, 3}, 2), 1e-12);
    }

    private void greedy(EpsilonGreedy answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        for (int c = 0; c < cases.count(); c++) {
            int arms = random.nextInt(2, 6);
            double[] values = new double[arms];
            for (int a = 0; a < arms; a++) {
                values[a] = a * 0.5 - 3;
            }
            int best = random.nextInt(arms);
            values[best] = 9;
            double epsilon = Draw.tenth(random, 0, 0.9);
            double u = epsilon + (1 - epsilon) * random.nextDouble() * (c % 2);
            given("values %s, epsilon = %s, u = %s (so: greedy)", show(values), show(epsilon), show(u))
                    .same(best, act(answer, values, epsilon, u, random.nextDouble()));
        }
    }

    private static int act(EpsilonGreedy answer, double[] values, double epsilon, double u, double v) {
        double[] lent = values.clone();
        int arm = answer.act(lent, epsilon, u, v);
        given("values %s", show(values)).unchanged(values, lent);
        return arm;
    }

    private void explores(EpsilonGreedy answer, Cases cases) {
        for (int arms = 2; arms <= 5; arms++) {
            double[] values = new double[arms];
            values[0] = 1;
            for (int a = 0; a < arms; a++) {
                for (double inSlice : new double[] {0.001, 0.5, 0.999}) {
                    double v = (a + inSlice) / arms;
                    given("values %s, epsilon = 0.5, u = 0.2 (so: explore), v = %s", show(values), show(v))
                            .same(a, act(answer, values, 0.5, 0.2, v));
                }
            }
        }
    }

    private void ties(EpsilonGreedy answer, Cases cases) {
        SplittableRandom random = cases.random(5);
        for (int c = 0; c < cases.count(); c++) {
            int arms = random.nextInt(3, 7);
            double[] values = new double[arms];
            int[] best = random.ints(0, arms).distinct().limit(2).sorted().toArray();
            double top = Draw.tenth(random, -4, 4);
            Arrays.fill(values, top - (c % 2 == 0 ? 1 : 0.01));
            values[best[0]] = top;
            values[best[1]] = top;
            double v = random.nextDouble();
            given("values %s, epsilon = 0.1, u = 0.7 (so: greedy), v = %s", show(values), show(v))
                    .same(best[v < 0.5 ? 0 : 1], act(answer, values, 0.1, 0.7, v));
        }
    }
}
