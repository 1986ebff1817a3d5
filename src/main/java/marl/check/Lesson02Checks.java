package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson02;
import marl.exercise.Lesson02.PlanValues;
import marl.exercise.Lesson02.Planning;
import marl.exercise.Lesson02.QUpdate;

/** The checks of lesson 02, except those of the silent bugs. */
final class Lesson02Checks {

    private Lesson02Checks() {}

    static List<Checks<?>> all() {
        return new Lesson02Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(qUpdateCheck(), titForTatCheck(), SilentBugs.checks(), planningCheck());
    }

    private Checks<QUpdate> qUpdateCheck() {
        return Checks.of(
                Lesson02.Q_UPDATE,
                part(
                        "a step in the middle",
                        2,
                        "q[s][a] + alpha * (target - q[s][a]); the target is the reward plus gamma times"
                                + " the best value in the next state.",
                        this::middleStep),
                part(
                        "the last step",
                        1,
                        "After the end there is nothing to come: drop the bootstrap when terminated.",
                        this::lastStep),
                part(
                        "the table is left alone",
                        1,
                        "Return the new number; whoever called you writes it into the table.",
                        this::tableUnchanged));
    }

    private Checks<PlanValues> titForTatCheck() {
        return Checks.of(
                Lesson02.TIT_FOR_TAT,
                part(
                        "always defect",
                        1,
                        "The temptation once; from then on both defect, for ever.",
                        this::alwaysDefect),
                part(
                        "alternate",
                        1,
                        "Temptation, sucker's payoff, temptation, sucker's payoff, ...: two geometric series, each with"
                                + " a step of two rounds.",
                        this::alternate),
                part("always cooperate", 1, "The reward in every round.", this::alwaysCooperate));
    }

    private Checks<Planning> planningCheck() {
        return Checks.of(
                Lesson02.PLANNING,
                part(
                        "one replay",
                        1,
                        "Each replay is one Q-learning update with the remembered reward and next state.",
                        this::oneReplay),
                part(
                        "many replays, in order",
                        1,
                        "Later replays see what earlier ones wrote: work on one copy of the table, row by row, and leave"
                                + " q alone.",
                        this::manyReplays),
                part(
                        "remembered ends",
                        1,
                        "When memory[i][3] is 1 the world ended there: no bootstrap.",
                        this::rememberedEnds));
    }

    private static double[][] table(SplittableRandom random) {
        double[][] q = new double[random.nextInt(2, 5)][];
        int actions = random.nextInt(2, 4);
        for (int s = 0; s < q.length; s++) {
            q[s] = Draw.values(random, actions);
        }
        return q;
    }

    private static double updated(
            double[][] q, int s, int a, double reward, int next, boolean end, double alpha, double gamma) {
        double future = end ? 0 : Arrays.stream(q[next]).max().orElseThrow();
        return q[s][a] + alpha * (reward + gamma * future - q[s][a]);
    }

    private void middleStep(QUpdate answer, Cases cases) {
        update(answer, cases, false);
    }

    private void lastStep(QUpdate answer, Cases cases) {
        update(answer, cases, true);
    }

    private static void update(QUpdate answer, Cases cases, boolean end) {
        SplittableRandom random = cases.random(end ? 1 : 2);
        for (int c = 0; c < cases.count(); c++) {
            double[][] q = table(random);
            int s = random.nextInt(q.length);
            int a = random.nextInt(q[0].length);
            int next = random.nextInt(q.length);
            double reward = Draw.tenth(random, -3, 3);
            double alpha = Draw.tenth(random, 0.1, 1);
            double gamma = Draw.tenth(random, 0.1, 1);
            given(
                            "q = %s, state %d, action %d, reward %s, next %d, terminated = %s, alpha = %s, gamma = %s",
                            show(q), s, a, show(reward), next, end, show(alpha), show(gamma))
                    .close(
                            updated(q, s, a, reward, next, end, alpha, gamma),
                            answer.update(Draw.copy(q), s, a, reward, next, end, alpha, gamma),
                            1e-9);
        }
    }

    private void tableUnchanged(QUpdate answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        for (int c = 0; c < cases.count(); c++) {
            double[][] q = table(random);
            int s = random.nextInt(q.length);
            int next = random.nextInt(q.length);
            boolean end = c % 2 == 1;
            double[][] mine = Draw.copy(q);
            double first = answer.update(mine, s, 0, 1, next, end, 0.5, 0.9);
            double second = answer.update(mine, s, 0, 1, next, end, 0.5, 0.9);
            given("q = %s, state %d, next %d, terminated = %s, the same step twice", show(q), s, next, end)
                    .close(first, second, 1e-12);
            given("q = %s before the call", show(q))
                    .that(Arrays.deepEquals(q, mine), "the same table after it", "%s", show(mine));
            given("q = %s, state %d, next %d, terminated = %s", show(q), s, next, end)
                    .close(updated(q, s, 0, 1, next, end, 0.5, 0.9), first, 1e-9);
        }
    }

    private void alwaysDefect(PlanValues answer, Cases cases) {
        plan(answer, cases, 0);
    }

    private void alternate(PlanValues answer, Cases cases) {
        plan(answer, cases, 1);
    }

    private void alwaysCooperate(PlanValues answer, Cases cases) {
        plan(answer, cases, 2);
    }

    private static void plan(PlanValues answer, Cases cases, int which) {
        String[] names = {"always defect", "alternate", "always cooperate"};
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            double gamma = c == 0 ? 0 : c == 1 ? 0.9 : Math.round(random.nextDouble() * 95) / 100.0;
            double temptation = c == 0 ? 5 : Draw.tenth(random, 4, 9);
            double reward = c == 0 ? 3 : Draw.tenth(random, 2, 4);
            double punishment = c == 0 ? 1 : Draw.tenth(random, 0.5, 2);
            double sucker = c == 0 ? 0 : Draw.tenth(random, -2, 0.5);
            double[] values = answer.values(temptation, reward, punishment, sucker, gamma);
            String given = String.format(
                    "temptation %s, reward %s, punishment %s, sucker %s, gamma %s",
                    show(temptation), show(reward), show(punishment), show(sucker), show(gamma));
            given("%s", given).that(values != null && values.length == 3, "three values", "%s", show(values));
            double[] expected = {
                temptation + gamma * punishment / (1 - gamma),
                (temptation + gamma * sucker) / (1 - gamma * gamma),
                reward / (1 - gamma)
            };
            given("%s: %s", given, names[which]).close(expected[which], values[which], 1e-6);
        }
    }

    private void oneReplay(Planning answer, Cases cases) {
        planning(answer, cases, 1, 0);
    }

    private void manyReplays(Planning answer, Cases cases) {
        planning(answer, cases, 12, 0);
    }

    private void rememberedEnds(Planning answer, Cases cases) {
        planning(answer, cases, 1, 0.6);
    }

    private static void planning(Planning answer, Cases cases, int replays, double ends) {
        SplittableRandom random = cases.random(replays + (ends > 0 ? 100 : 0));
        for (int c = 0; c < cases.count(); c++) {
            compare(answer, Replays.drawn(random, replays, ends));
        }
    }

    private static void compare(Planning answer, Replays replays) {
        double[][] q = replays.q();
        double[][] mine = Draw.copy(q);
        int[][] memory = Draw.copy(replays.memory());
        double[] rewards = replays.rewards().clone();
        int[] draws = replays.draws().clone();
        double[][] got = answer.plan(mine, memory, rewards, draws, replays.alpha(), replays.gamma());
        given("%s", replays).that(got != null && got.length == q.length, "a table of the same shape", "%s", show(got));
        double[][] expected = replays.replayed();
        for (int s = 0; s < q.length; s++) {
            given("%s: row %d", replays, s).close(expected[s], got[s], 1e-9);
        }
        if (draws.length > 1) {
            given("%s: q itself", replays).that(Arrays.deepEquals(q, mine), "unchanged", "%s", show(mine));
        }
        given("%s: memory, rewards and draws after the call", replays)
                .that(
                        Arrays.deepEquals(memory, replays.memory())
                                && Arrays.equals(rewards, replays.rewards())
                                && Arrays.equals(draws, replays.draws()),
                        "unchanged",
                        "%s, %s, %s",
                        show(memory),
                        show(rewards),
                        show(draws));
    }

    /** A table, what a memory holds, and the numbers of what is replayed. */
    private record Replays(double[][] q, int[][] memory, double[] rewards, int[] draws, double alpha, double gamma) {

        static Replays drawn(SplittableRandom random, int replays, double ends) {
            double[][] q = table(random);
            int[][] memory = new int[random.nextInt(2, 5)][];
            double[] rewards = Draw.values(random, memory.length);
            for (int i = 0; i < memory.length; i++) {
                int end = random.nextDouble() < ends ? 1 : 0;
                int state = random.nextInt(q.length);
                int action = random.nextInt(q[0].length);
                memory[i] = new int[] {state, action, random.nextInt(q.length), end};
            }
            return new Replays(
                    q,
                    memory,
                    rewards,
                    random.ints(replays, 0, memory.length).toArray(),
                    Draw.tenth(random, 0.1, 0.9),
                    Draw.tenth(random, 0.5, 0.9));
        }

        double[][] replayed() {
            double[][] expected = Draw.copy(q);
            for (int i : draws) {
                int[] m = memory[i];
                expected[m[0]][m[1]] = updated(expected, m[0], m[1], rewards[i], m[2], m[3] == 1, alpha, gamma);
            }
            return expected;
        }

        @Override
        public String toString() {
            return String.format(
                    "q = %s, memory %s, rewards %s, draws %s, alpha = %s, gamma = %s",
                    show(q), show(memory), show(rewards), show(draws), show(alpha), show(gamma));
        }
    }
}
