package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson07;
import marl.exercise.Lesson07.Advantages;
import marl.exercise.Lesson07.CriticTarget;
import marl.exercise.Lesson07.Pull;

/** The checks of lesson 07 that fit on a page; {@link SpreadChecks} and {@link GradientCheck} have the others. */
final class Lesson07Checks {

    private Lesson07Checks() {}

    static List<Checks<?>> all() {
        return List.of(
                advantages(),
                pull(),
                SpreadChecks.rewards(),
                SpreadChecks.sight(),
                GradientCheck.checks(),
                criticTarget());
    }

    private static Checks<Advantages> advantages() {
        return Checks.of(
                Lesson07.ADVANTAGES,
                part(
                        "one episode",
                        2,
                        "Go backwards: the advantage is the error plus gamma times lambda times the next advantage.",
                        (answer, cases) -> judge(answer, cases, 1, false, false)),
                part(
                        "worlds that end",
                        1,
                        "After a terminated step nothing follows: neither its next value nor the advantages behind it.",
                        (answer, cases) -> judge(answer, cases, 2, true, false)),
                part(
                        "episodes cut off by the clock",
                        1,
                        "After a truncated step its next value counts, but the advantages behind it belong to another"
                                + " episode.",
                        (answer, cases) -> judge(answer, cases, 3, true, true)));
    }

    private static void judge(Advantages answer, Cases cases, int purpose, boolean ends, boolean cuts) {
        SplittableRandom random = cases.random(purpose);
        for (int c = 0; c < cases.count(); c++) {
            int n = random.nextInt(3, 8);
            double[] rewards = Draw.values(random, n);
            double[] values = Draw.values(random, n);
            double[] next = Draw.values(random, n);
            boolean[] terminated = new boolean[n];
            boolean[] truncated = new boolean[n];
            for (int t = 0; t < n; t++) {
                boolean over = random.nextInt(3) == 0;
                terminated[t] = ends && over && (!cuts || random.nextBoolean());
                truncated[t] = cuts && over && !terminated[t];
            }
            if (ends) { // in every case there is an end that is not the last step
                terminated[n / 2] = !cuts;
                truncated[n / 2] = cuts;
            }
            for (int t = 0; t + 1 < n; t++) {
                next[t] = terminated[t] || truncated[t] ? next[t] : values[t + 1];
            }
            double gamma = c == 0 ? 1 : Draw.tenth(random, 0.3, 0.9);
            double lambda = c == 1 ? 1 : Draw.tenth(random, 0.2, 0.9);
            double[] expected = new double[n];
            double later = 0;
            for (int t = n - 1; t >= 0; t--) {
                double error = rewards[t] + (terminated[t] ? 0 : gamma * next[t]) - values[t];
                later = error + (terminated[t] || truncated[t] ? 0 : gamma * lambda * later);
                expected[t] = later;
            }
            String words = "rewards " + show(rewards) + ", values " + show(values) + ", next values " + show(next)
                    + ", terminated " + Arrays.toString(terminated) + ", truncated " + Arrays.toString(truncated)
                    + ", gamma " + show(gamma) + ", lambda " + show(lambda);
            double[][] lent = {rewards.clone(), values.clone(), next.clone()};
            boolean[][] flags = {terminated.clone(), truncated.clone()};
            double[] got = answer.of(lent[0], lent[1], lent[2], flags[0], flags[1], gamma, lambda);
            given("%s", words).close(expected, got, 1e-9);
            given("%s", words).unchanged(new Object[] {rewards, values, next, terminated, truncated}, new Object[] {
                lent[0], lent[1], lent[2], flags[0], flags[1]
            });
        }
    }

    private static Checks<Pull> pull() {
        return Checks.of(
                Lesson07.PULL,
                part(
                        "inside the range",
                        1,
                        "The derivative of the ratio by the log-probability is the ratio itself.",
                        (answer, cases) -> judge(answer, cases, 0)),
                part(
                        "where the clip has the last word",
                        1,
                        "A good action that is already more likely by more than epsilon is not pushed further; nor is a"
                                + " bad one that is already rarer.",
                        (answer, cases) -> judge(answer, cases, 1)),
                part(
                        "where it has not",
                        1,
                        "The minimum takes the smaller term: a good action that has become rare is pulled back, and so"
                                + " is a bad one that has become likely.",
                        (answer, cases) -> judge(answer, cases, -1)));
    }

    /**
     * Side 0: inside; 1: beyond the range on the side the advantage points to; -1: beyond it on the other. Every third case is
     * close to the corner; and among those beyond is one inside, so that a constant earns nothing.
     */
    private static void judge(Pull answer, Cases cases, int kind) {
        SplittableRandom random = cases.random(10 + kind);
        for (int c = 0; c < cases.count(); c++) {
            int side = c % 4 == 3 ? 0 : kind;
            double epsilon = c == 0 ? 0.2 : Draw.tenth(random, 0.1, 0.5);
            double advantage = (c % 2 == 0 ? 1 : -1) * Draw.tenth(random, 0.1, 5);
            double beyond = side * Math.signum(advantage);
            double sign = random.nextBoolean() ? 1 : -1;
            double shift = side == 0
                    ? sign * epsilon * (c % 3 == 0 ? 0.97 : 0.9 * random.nextDouble())
                    : beyond
                            * (c % 3 == 0
                                    ? 1.03 * epsilon
                                    : epsilon + (0.05 + 0.9 * random.nextDouble()) * (1 - epsilon));
            double ratio = Math.round((1 + shift) * 10_000) / 10_000.0;
            double expected = side == 1 ? 0 : ratio * advantage;
            given("ratio %s, advantage %s, epsilon %s", ratio, show(advantage), show(epsilon))
                    .close(expected, answer.of(ratio, advantage, epsilon), 1e-9);
        }
    }

    private static Checks<CriticTarget> criticTarget() {
        return Checks.of(
                Lesson07.CRITIC_TARGET,
                part(
                        "the slow critic of this agent, with what all slow actors would do",
                        2,
                        "Let each agent's target actor act on its own next observation; then ask this agent's target"
                                + " critic.",
                        (answer, cases) -> judge(answer, cases, false)),
                part(
                        "the end of the world",
                        1,
                        "A terminated step is worth its reward alone.",
                        (answer, cases) -> judge(answer, cases, true)));
    }

    /** With ends every second step ended the world. */
    private static void judge(CriticTarget answer, Cases cases, boolean ends) {
        SplittableRandom random = cases.random(ends ? 21 : 20);
        for (int c = 0; c < cases.count(); c++) {
            int agents = random.nextInt(2, 5);
            int agent = c == 0 ? agents - 1 : random.nextInt(agents);
            int size = random.nextInt(1, 4);
            double[][] next = new double[agents][];
            Arrays.setAll(next, i -> Draw.values(random, size));
            double reward = Draw.tenth(random, -5, 5);
            double gamma = Draw.tenth(random, 0.5, 0.9);
            DrawnNets target = DrawnNets.of(random, agents, size);
            DrawnNets online = DrawnNets.of(random, agents, size);
            double[][] acts = new double[agents][];
            Arrays.setAll(acts, i -> target.act(i, next[i]));
            boolean ended = ends && c % 2 == 0;
            double expected = ended ? reward : reward + gamma * target.value(agent, next, acts);
            double[][] lent = Draw.copy(next);
            double got = answer.of(agent, reward, ended, lent, online, target, gamma);
            given(
                            "agent %d of %d, reward %s, terminated %s, next observations %s, gamma %s; target actors then do %s",
                            agent, agents, show(reward), ended, show(next), show(gamma), show(acts))
                    .close(expected, got, 1e-9);
            given("next observations %s", show(next)).unchanged(next, lent);
        }
    }
}
