package marl.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.ObservationIndex;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VdnTablesTest {
    private static final boolean[] BOTH = {true, true};
    private static final double[] NOTHING = {};

    private static VdnTables.Builder pair(int states) {
        return VdnTables.of(ObservationIndex.discrete(states), 2, 2)
                .alpha(0.5)
                .epsilon(0)
                .gamma(0.9);
    }

    /** A step of two agents that see one number each. */
    private static JointTransition step(
            double[] seen, int[] actions, double reward, double[] next, boolean terminated, boolean truncated) {
        double[][] before = {{seen[0]}, {seen[1]}};
        double[][] after = {{next[0]}, {next[1]}};
        boolean[][] legal = {BOTH, BOTH};
        return new JointTransition(
                NOTHING, before, legal, actions, reward, NOTHING, after, legal, terminated, truncated);
    }

    private static double[] at(double... observations) {
        return observations;
    }

    @Test
    void oneUpdateIsTheRuleByHand() {
        VdnTables team = pair(3).initialValue(1).build();
        // 4 + 0.9 (1 + 1) - (1 + 1) = 3.8, half of it for each.
        team.learn(step(at(0, 2), new int[] {1, 0}, 4, at(1, 1), false, false));
        assertEquals(1 + 1.9, team.table(0).get(0, 1), 1e-15);
        assertEquals(1 + 1.9, team.table(1).get(2, 0), 1e-15);
        assertArrayEquals(
                new double[] {1, 1}, team.table(0).row(2), "an agent's own observation counts, not another's");
        assertArrayEquals(new double[] {1, 1}, team.table(1).row(0));
        assertEquals(5.8, team.total(new double[][] {{0}, {2}}, 1, 0), 1e-15);
        assertEquals(3.9, team.total(new double[][] {{0}, {2}}, 1, 1), 1e-15);
        // Ends: -3 - 5.8; what comes next does not count.
        team.learn(step(at(0, 2), new int[] {1, 0}, -3, at(0, 2), true, false));
        assertEquals(2.9 - 4.4, team.table(0).get(0, 1), 1e-15);
    }

    @Test
    void onlyLegalNextActionsCount() {
        VdnTables team = pair(2).build();
        team.learn(step(at(1, 1), new int[] {0, 0}, 10, at(0, 0), true, false)); // 5 each
        boolean[][] legal = {{true, true}, {false, true}};
        team.learn(new JointTransition(
                NOTHING,
                new double[][] {{0}, {0}},
                new boolean[][] {BOTH, BOTH},
                new int[] {0, 0},
                0,
                NOTHING,
                new double[][] {{1}, {1}},
                legal,
                false,
                false));
        assertEquals(0.5 * 0.9 * 5, team.table(1).get(0, 0), 1e-15);
    }

    /** One state that pays r for ever, cut off after each step: the total is r / (1 - gamma) if only watching ends. */
    @Test
    void truncatedKeepsTheFutureAndTerminatedDropsIt() {
        VdnTables cut = pair(1).build();
        VdnTables ended = pair(1).build();
        for (int i = 0; i < 600; i++) {
            cut.learn(step(at(0, 0), new int[] {0, 1}, 2, at(0, 0), false, true));
            ended.learn(step(at(0, 0), new int[] {0, 1}, 2, at(0, 0), true, false));
        }
        double[][] here = {{0}, {0}};
        // The total's error shrinks by 2 alpha (1 - gamma) = 0.1 a step: 0.9^600 < 1e-27.
        assertEquals(20, cut.total(here, 0, 1), 1e-10);
        assertEquals(2, ended.total(here, 0, 1), 1e-10);
    }

    /** The twin: a team of one learns and acts as a Q-learner does, to the bit. */
    @Property(tries = 50)
    void aTeamOfOneIsAQLearner(@ForAll @IntRange(max = 1_000_000) int seed) {
        Rng rng = Rng.of(seed);
        Schedule alpha = Schedule.linear(0.5, 0.1, 20);
        Schedule epsilon = Schedule.linear(1, 0, 20);
        ObservationIndex index = ObservationIndex.discrete(4);
        QLearner alone =
                QLearner.of(index, 3).alpha(alpha).epsilon(epsilon).gamma(0.8).build();
        VdnTables team = VdnTables.of(index, 3, 1)
                .alpha(alpha)
                .epsilon(epsilon)
                .gamma(0.8)
                .build();
        for (int t = 0; t < 300; t++) {
            alone.startEpisode(t / 10);
            team.startEpisode(t / 10);
            double[] seen = {rng.below(4)};
            double[] next = {rng.below(4)};
            boolean[] legal = {true, rng.bernoulli(0.5), rng.bernoulli(0.5)};
            int action = alone.act(seen, legal, Rng.of(seed, "act", t));
            assertEquals(action, team.actor(0).act(seen, legal, Rng.of(seed, "act", t)));
            double reward = rng.gaussian();
            boolean ended = rng.bernoulli(0.1);
            alone.learn(new Transition(seen, action, reward, next, legal, ended, false));
            team.learn(new JointTransition(
                    NOTHING,
                    new double[][] {seen},
                    new boolean[][] {legal},
                    new int[] {action},
                    reward,
                    NOTHING,
                    new double[][] {next},
                    new boolean[][] {legal},
                    ended,
                    false));
        }
        assertEquals(0, alone.table().maxAbsDifference(team.table(0)));
        assertEquals(alone.epsilon(), team.epsilon());
    }

    /** The step is alpha times minus the gradient of half the squared error, by central differences in each entry. */
    @Property(tries = 50)
    void aStepIsTheGradientOfHalfTheSquaredError(@ForAll @IntRange(max = 1_000_000) int seed) {
        Rng rng = Rng.of(seed);
        VdnTables team = pair(3).alpha(1).build();
        for (int i = 0; i < 20; i++) {
            team.learn(random(rng, true));
        }
        JointTransition t = random(rng, false);
        QTable[] before = {team.table(0), team.table(1)};
        double target = t.reward()
                + 0.9
                        * (before[0].max((int) t.nextObservations()[0][0])
                                + before[1].max((int) t.nextObservations()[1][0]));
        team.learn(t);
        for (int agent = 0; agent < 2; agent++) {
            for (int s = 0; s < 3; s++) {
                for (int a = 0; a < 2; a++) {
                    double slope =
                            (loss(before, agent, s, a, 1e-4, target, t) - loss(before, agent, s, a, -1e-4, target, t))
                                    / 2e-4;
                    double moved = team.table(agent).get(s, a) - before[agent].get(s, a);
                    // Half a square is its own central difference; cancellation leaves 1e-16 of 1e2 over 1e-4.
                    assertEquals(-slope, moved, 1e-9);
                }
            }
        }
    }

    private static JointTransition random(Rng rng, boolean terminated) {
        int[] actions = {rng.below(2), rng.below(2)};
        double[] seen = {rng.below(3), rng.below(3)};
        return step(seen, actions, rng.gaussian(), at(rng.below(3), rng.below(3)), terminated, false);
    }

    private static double loss(
            QTable[] tables, int agent, int state, int action, double nudge, double target, JointTransition t) {
        double total = 0;
        for (int i = 0; i < 2; i++) {
            int s = (int) t.observations()[i][0];
            total += tables[i].get(s, t.actions()[i]);
            total += i == agent && s == state && t.actions()[i] == action ? nudge : 0;
        }
        return (target - total) * (target - total) / 2;
    }

    @Test
    void schedulesMoveByEpisode() {
        VdnTables team = VdnTables.of(ObservationIndex.single(), 2, 3)
                .alpha(Schedule.linear(1, 0, 10))
                .epsilon(Schedule.exponential(1, 0.5))
                .gamma(0)
                .build();
        assertEquals(1, team.epsilon());
        team.startEpisode(5);
        assertEquals(0.125 / 4, team.epsilon());
        double[][] three = {{0}, {0}, {0}};
        boolean[][] all = {BOTH, BOTH, BOTH};
        team.learn(new JointTransition(NOTHING, three, all, new int[3], 2, NOTHING, three, all, true, false));
        assertEquals(1, team.table(2).get(0, 0), "half of the error 2 for each, whatever their number");
        assertEquals(3, team.agents());
    }

    @Test
    void actorsFollowTheLearnerAndGreedyPoliciesAreFrozen() {
        VdnTables team = pair(1).build();
        team.learn(step(at(0, 0), new int[] {1, 0}, 4, at(0, 0), true, false));
        var frozen = team.greedy();
        Policy actor = team.actor(0);
        assertEquals(1, actor.act(at(0), BOTH, Rng.of(0)));
        for (int i = 0; i < 9; i++) {
            team.learn(step(at(0, 0), new int[] {0, 1}, 40, at(0, 0), true, false));
        }
        assertEquals(0, actor.act(at(0), BOTH, Rng.of(0)));
        assertEquals(1, frozen.get(0).act(at(0), BOTH, Rng.of(0)));
        assertEquals(0, frozen.get(1).act(at(0), BOTH, Rng.of(0)));
        team.table(0).fill(99);
        assertEquals(20, team.table(0).get(0, 0), 0.1);
    }

    @Test
    void refusesMissingSettingsAndOtherTeams() {
        ObservationIndex index = ObservationIndex.single();
        RuntimeException missing = assertThrows(
                IllegalStateException.class,
                () -> VdnTables.of(index, 2, 2).epsilon(0).build());
        assertTrue(
                missing.getMessage().contains("alpha") && missing.getMessage().contains("gamma"));
        assertThrows(IllegalArgumentException.class, () -> VdnTables.of(index, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> VdnTables.of(index, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> pair(1).gamma(-0.1));
        VdnTables three = VdnTables.of(ObservationIndex.discrete(1), 2, 3)
                .alpha(1)
                .epsilon(0)
                .gamma(0)
                .build();
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> three.learn(step(at(0, 0), new int[2], 1, at(0, 0), true, false)))
                .getMessage();
        assertTrue(said.contains("3 agents") && said.contains("of 2"), said);
        VdnTables two = pair(1).build();
        assertThrows(
                IllegalArgumentException.class, () -> two.learn(step(at(0, 5), new int[2], 1, at(0, 0), true, false)));
        assertEquals(0, two.table(0).max(0), "nothing half-done");
    }
}
