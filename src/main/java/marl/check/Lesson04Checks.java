package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson04;
import marl.exercise.Lesson04.Advantage;
import marl.exercise.Lesson04.Bonus;
import marl.exercise.Lesson04.Difference;
import marl.exercise.Lesson04.Team;

/** The checks of lesson 04. */
final class Lesson04Checks {

    private static final double[][] CLIMBING = {{11, -30, 0}, {-30, 7, 0}, {0, 6, 5}};

    private Lesson04Checks() {}

    static List<Checks<?>> all() {
        return new Lesson04Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(differenceCheck(), advantageCheck(), bonusCheck(), ShapingCheck.checks());
    }

    private Checks<Difference> differenceCheck() {
        return Checks.of(
                Lesson04.DIFFERENCE,
                part(
                        "cabins reached",
                        2,
                        "Ask the team twice: once with what everybody did, once with your agent's action replaced.",
                        this::cabins),
                part(
                        "any team reward, any default",
                        1,
                        "Replace the action of the agent you are asked about, by the default you are given.",
                        this::anyTeam),
                part("the actions are left alone", 1, "Change a copy of the array, not the array.", this::unchanged));
    }

    private Checks<Advantage> advantageCheck() {
        return Checks.of(
                Lesson04.ADVANTAGE,
                part(
                        "the climbing game",
                        1,
                        "The baseline is the sum of policy[a] * values[a] over your own actions.",
                        this::climbing),
                part("any values", 1, "values[action] minus the baseline.", this::anyAdvantage),
                part(
                        "no advantage on average",
                        1,
                        "Weighed by your own policy the advantages add up to 0.",
                        this::averageZero));
    }

    private Checks<Bonus> bonusCheck() {
        return Checks.of(
                Lesson04.BONUS,
                part(
                        "three agents",
                        1,
                        "All equal: one distinct action among three, so 0.2 / 3 - 0.1 * 2.",
                        this::threeAgents),
                part("any team", 1, "Count distinct actions, for example with a stream's distinct().", this::anyBonus),
                part(
                        "where the game flips",
                        1,
                        "prize + bonus(all equal) = bonus(all different); solve for the prize.",
                        this::flips));
    }

    private static double distinct(int[] actions) {
        return Arrays.stream(actions).distinct().count();
    }

    /** A team that refuses what is no joint action of it. */
    private static Team team(int agents, int actions, ToDoubleFunction<int[]> reward) {
        int[] counts = new int[agents];
        Arrays.fill(counts, actions);
        return asked -> reward.applyAsDouble(Asked.joint(asked, counts));
    }

    private static int[] draw(SplittableRandom random, int agents, int actions) {
        return random.ints(agents, 0, actions).toArray();
    }

    private static double expected(Team team, int[] actions, int agent, int defaultAction) {
        int[] other = actions.clone();
        other[agent] = defaultAction;
        return team.reward(actions) - team.reward(other);
    }

    private static void compare(Difference answer, String name, Team team, int[] actions, int agent, int other) {
        given("%s, actions %s, agent %d, default %d", name, show(actions), agent, other)
                .close(
                        expected(team, actions, agent, other),
                        answer.difference(team, actions.clone(), agent, other),
                        1e-9);
    }

    private void cabins(Difference answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            int agents = random.nextInt(2, 6);
            int[] actions = draw(random, agents, agents);
            compare(
                    answer,
                    "cabins, G = number of different cabins picked",
                    team(agents, agents, Lesson04Checks::distinct),
                    actions,
                    random.nextInt(agents),
                    actions[0]);
        }
    }

    private void anyTeam(Difference answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            double[] weights = Draw.values(random, 4);
            Team team = team(
                    3, 4, a -> weights[0] * a[0] + weights[1] * a[1] + weights[2] * a[2] + weights[3] * a[0] * a[2]);
            String name = "G = " + show(weights[0]) + " a0 + " + show(weights[1]) + " a1 + " + show(weights[2])
                    + " a2 + " + show(weights[3]) + " a0 a2";
            compare(answer, name, team, draw(random, 3, 4), random.nextInt(3), random.nextInt(4));
        }
    }

    private void unchanged(Difference answer, Cases cases) {
        SplittableRandom random = cases.random(7);
        for (int c = 0; c < cases.count(); c++) {
            int agents = random.nextInt(2, 6);
            int[] actions = draw(random, agents, agents);
            int[] lent = actions.clone();
            int agent = random.nextInt(agents);
            int other = random.nextInt(agents);
            Team team = team(agents, agents, Lesson04Checks::distinct);
            double credit = answer.difference(team, lent, agent, other);
            given("actions %s before the call", show(actions)).same(actions, lent);
            given("cabins, actions %s, agent %d, default %d", show(actions), agent, other)
                    .close(expected(team, actions, agent, other), credit, 1e-9);
        }
    }

    private static double advantage(Advantage answer, double[] values, double[] policy, int action) {
        double[] lentValues = values.clone();
        double[] lentPolicy = policy.clone();
        double advantage = answer.advantage(lentValues, lentPolicy, action);
        given("values %s, policy %s", show(values), show(policy))
                .unchanged(new Object[] {values, policy}, new Object[] {lentValues, lentPolicy});
        return advantage;
    }

    private void climbing(Advantage answer, Cases cases) {
        double third = 1.0 / 3;
        double[] uniform = {third, third, third};
        for (int other = 0; other < 3; other++) {
            double[] values = {CLIMBING[0][other], CLIMBING[1][other], CLIMBING[2][other]};
            double baseline = Arrays.stream(values).sum() / 3;
            for (int own = 0; own < 3; own++) {
                given(
                                "climbing game, the other plays %d: values %s, uniform policy, action %d",
                                other, show(values), own)
                        .close(values[own] - baseline, advantage(answer, values, uniform, own), 1e-9);
            }
        }
    }

    private void anyAdvantage(Advantage answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            int actions = random.nextInt(2, 5);
            double[] values = Draw.values(random, actions);
            double[] policy = Draw.mix(random, actions);
            int action = random.nextInt(actions);
            double baseline = 0;
            for (int a = 0; a < actions; a++) {
                baseline += policy[a] * values[a];
            }
            given("values %s, policy %s, action %d", show(values), show(policy), action)
                    .close(values[action] - baseline, advantage(answer, values, policy, action), 1e-9);
        }
    }

    private void averageZero(Advantage answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        for (int c = 0; c < cases.count(); c++) {
            double[] values = Draw.values(random, 3);
            values[c % 3] += 3;
            double[] policy = Draw.mix(random, 3);
            double mean = 0;
            double most = 0;
            for (int a = 0; a < 3; a++) {
                double advantage = advantage(answer, values, policy, a);
                mean += policy[a] * advantage;
                most = Math.max(most, Math.abs(advantage));
            }
            given("values %s, policy %s: the policy's mean advantage", show(values), show(policy))
                    .close(0, mean, 1e-9);
            boolean flat = values[0] == values[1] && values[1] == values[2];
            given("values %s, policy %s", show(values), show(policy))
                    .that(flat || most > 0, "an advantage other than 0 for some action", "0 for all");
        }
    }

    private static void bonus(Bonus answer, int... actions) {
        double kinds = distinct(actions);
        int[] lent = actions.clone();
        given("actions %s", show(actions))
                .close(0.2 * kinds / actions.length - 0.1 * (actions.length - kinds), answer.bonus(lent), 1e-9);
        given("actions %s after the call", show(actions)).same(actions, lent);
    }

    private void threeAgents(Bonus answer, Cases cases) {
        bonus(answer, 1, 1, 1);
        bonus(answer, 2, 0, 2);
        bonus(answer, 2, 0, 1);
    }

    private void anyBonus(Bonus answer, Cases cases) {
        SplittableRandom random = cases.random(5);
        for (int c = 0; c < cases.count(); c++) {
            bonus(answer, draw(random, random.nextInt(2, 7), 4));
        }
    }

    private void flips(Bonus answer, Cases cases) {
        SplittableRandom random = cases.random(6);
        for (int c = 0; c < cases.count(); c++) {
            int agents = c < 5 ? c + 2 : random.nextInt(7, 100);
            double equal = 0.2 / agents - 0.1 * (agents - 1);
            given("%d agents", agents).close(0.2 - equal, answer.flipsBelow(agents), 1e-9);
        }
    }
}
