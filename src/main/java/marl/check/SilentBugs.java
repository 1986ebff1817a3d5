package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.SplittableRandom;
import marl.exercise.Ask;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson02;
import marl.exercise.Lesson02.Mended;

/** The check of exercise 02-3. Shares of random choices are judged at five standard deviations: 1 in 1.7 million. */
final class SilentBugs {

    private static final int DRAWS = 4_000;

    private SilentBugs() {}

    static Checks<Mended> checks() {
        return Checks.of(
                Lesson02.SILENT_BUGS,
                part(
                        "exploration decays by episode",
                        1,
                        "The rate must depend on the episode alone, however many updates an episode has, and never"
                                + " falls below 0.05.",
                        SilentBugs::epsilon),
                part(
                        "ties are shared evenly",
                        1,
                        "Collect all best actions, and let chance pick among them with equal shares.",
                        SilentBugs::ties),
                part(
                        "chance comes from the seed",
                        1,
                        "Make the generator from the seed you are given, inside the method, and draw anew for each"
                                + " decision. With probability epsilon any action is picked, the best one too.",
                        SilentBugs::seeded),
                part(
                        "the end is the end",
                        1,
                        "terminated drops what comes next; truncated does not: the world would have gone on.",
                        SilentBugs::target));
    }

    private static void epsilon(Mended answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            int episode = c < 3 ? c : random.nextInt(600);
            double expected = Math.max(0.05, Math.pow(0.99, episode));
            for (long update : new long[] {0, 7, 100L * episode}) {
                given("episode %d, %d updates so far", episode, update)
                        .close(expected, answer.epsilon(episode, update), 1e-9);
            }
        }
    }

    private static void ties(Mended answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        double top = Draw.tenth(random, -4, 4);
        double[] values = {top, top, top, top};
        double[] expected = {1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3};
        int worse = random.nextInt(values.length);
        values[worse] -= Draw.tenth(random, 0.1, 1) / 10;
        expected[worse] = 0;
        shares(answer, cases, values, 0, expected);
        shares(answer, cases, new double[4], 0, new double[] {0.25, 0.25, 0.25, 0.25});
    }

    private static void shares(Mended answer, Cases cases, double[] values, double epsilon, double[] expected) {
        int[] counts = new int[values.length];
        double[] before = values.clone();
        answer.act(values, epsilon, 1);
        given("values %s", show(before)).unchanged(before, values);
        SplittableRandom seeds = cases.random(3);
        for (int action : Ask.ints(answer, DRAWS, (a, k) -> a.act(values.clone(), epsilon, seeds.nextLong()))) {
            given("values %s", show(values))
                    .that(action >= 0 && action < values.length, "one of the actions", "%d", action);
            counts[action]++;
        }
        for (int a = 0; a < values.length; a++) {
            double p = expected[a];
            double bound = 5 * Math.sqrt(p * (1 - p) / DRAWS);
            given("values %s, epsilon = %s, %d seeds: share of action %d", show(values), show(epsilon), DRAWS, a)
                    .close(p, counts[a] / (double) DRAWS, bound);
        }
    }

    private static void seeded(Mended answer, Cases cases) {
        double[] values = {2, 2, 2, 2, 2, 2};
        for (double epsilon : new double[] {0, 0.5, 1}) {
            int[] first = Ask.ints(answer, 200, (a, seed) -> a.act(values.clone(), epsilon, seed));
            int[] second = Ask.ints(answer, 200, (a, seed) -> a.act(values.clone(), epsilon, seed));
            for (int seed = 0; seed < first.length; seed++) {
                given("values %s, epsilon = %s, seed %d, asked twice", show(values), show(epsilon), seed)
                        .same(first[seed], second[seed]);
            }
        }
        double[] one = new double[4];
        double[] expected = new double[4];
        SplittableRandom random = cases.random(5);
        int best = random.nextInt(one.length);
        double epsilon = Draw.tenth(random, 0.2, 0.8);
        Arrays.fill(expected, epsilon / 4);
        one[best] = 9;
        expected[best] += 1 - epsilon;
        shares(answer, cases, one, epsilon, expected);
    }

    private static void target(Mended answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            double[] next = Draw.values(random, 3);
            double reward = Draw.tenth(random, -3, 3);
            boolean terminated = c % 3 == 1;
            boolean truncated = c % 3 == 2;
            double future = terminated ? 0 : Arrays.stream(next).max().orElseThrow();
            double gamma = Draw.tenth(random, 0.5, 1);
            given(
                            "reward %s, next values %s, terminated = %s, truncated = %s, gamma = %s",
                            show(reward), show(next), terminated, truncated, show(gamma))
                    .close(
                            reward + gamma * future,
                            answer.target(reward, next.clone(), terminated, truncated, gamma),
                            1e-9);
        }
    }
}
