package marl.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.ObservationIndex;
import marl.random.Rng;
import marl.solve.FiniteMdp;
import marl.solve.MdpSolution;
import marl.solve.PolicyIteration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QLearnerTest {
    private static final boolean[] BOTH = {true, true};
    private static final double[] HERE = {0};

    private static QSettings.Builder two(int states) {
        return QLearner.of(ObservationIndex.discrete(states), 2)
                .alpha(0.5)
                .epsilon(0)
                .gamma(0.9);
    }

    @Test
    void oneUpdateIsTheRuleByHand() {
        QLearner learner = two(2).initialValue(2).build();
        assertEquals(1 + 0.9 * 2 - 2, learner.update(0, 1, 1, 1, BOTH, false), 1e-15);
        assertEquals(2 + 0.5 * 0.8, learner.value(HERE, 1), 1e-15);
        assertEquals(2, learner.value(HERE, 0));
        assertEquals(1 + 0.9 * 4, QLearner.target(1, 0.9, 4, false));
        assertEquals(1, QLearner.target(1, 0.9, 4, true));
    }

    @Test
    void onlyLegalNextActionsCount() {
        QLearner learner = two(2).build();
        learner.update(1, 0, 10, 0, BOTH, true); // Q(1, 0) = 5
        learner.update(1, 1, 2, 0, BOTH, true); // Q(1, 1) = 1
        learner.learn(new Transition(HERE, 0, 0, new double[] {1}, new boolean[] {false, true}, false, false));
        assertEquals(0.5 * 0.9 * 1, learner.value(HERE, 0), 1e-15);
    }

    /** A world of one state that pays r for ever, cut off after each step: worth r / (1 - gamma) if only watching ends. */
    @Test
    void truncatedKeepsTheFutureAndTerminatedDropsIt() {
        double r = 2;
        QLearner cut = two(1).build();
        QLearner ended = two(1).build();
        for (int i = 0; i < 600; i++) {
            cut.learn(new Transition(HERE, 0, r, HERE, BOTH, false, true));
            ended.learn(new Transition(HERE, 0, r, HERE, BOTH, true, false));
        }
        // The error shrinks by 1 - alpha (1 - gamma) = 0.95 a step: 0.95^600 < 1e-13.
        assertEquals(r / (1 - 0.9), cut.value(HERE, 0), 1e-10);
        assertEquals(r, ended.value(HERE, 0), 1e-10);
    }

    @Test
    void expectedSarsaHasItsFixedPoint() {
        // One state, action 0 pays 1 and action 1 nothing: Q0 = 1 + g m, Q1 = g m, m = (1 - e/2) Q0 + e/2 Q1.
        double e = 0.2;
        double g = 0.9;
        double m = (1 - e / 2) / (1 - g);
        QLearner learner = two(1).backup(Backup.expectedEpsilonGreedy(e)).build();
        QLearner greedy = two(1).build();
        for (int i = 0; i < 2_000; i++) {
            for (int a = 0; a < 2; a++) {
                learner.update(0, a, 1 - a, 0, BOTH, false);
                greedy.update(0, a, 1 - a, 0, BOTH, false);
            }
        }
        assertArrayEquals(new double[] {1 + g * m, g * m}, learner.table().row(0), 1e-9);
        assertArrayEquals(new double[] {10, 9}, greedy.table().row(0), 1e-9);
    }

    @Test
    void backupsByHand() {
        QTable table = new QTable(1, 3);
        table.set(0, 0, 1);
        table.set(0, 1, 4);
        table.set(0, 2, 10);
        boolean[] legal = {true, true, false};
        assertEquals(4, Backup.max().value(table, 0, legal));
        assertEquals(0.3 * 2.5 + 0.7 * 4, Backup.expectedEpsilonGreedy(0.3).value(table, 0, legal), 1e-15);
        assertEquals(5, Backup.expectedEpsilonGreedy(1).value(table, 0, new boolean[] {true, true, true}), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Backup.expectedEpsilonGreedy(-1));
    }

    @Test
    void schedulesMoveByEpisodeOrByVisit() {
        QLearner byEpisode = QLearner.of(ObservationIndex.single(), 2)
                .alpha(Schedule.linear(1, 0, 10))
                .epsilon(Schedule.exponential(1, 0.5))
                .gamma(0)
                .build();
        byEpisode.startEpisode(5);
        assertEquals(0.125 / 4, byEpisode.epsilon());
        byEpisode.update(0, 0, 8, 0, BOTH, true);
        byEpisode.update(0, 1, 8, 0, BOTH, true);
        assertArrayEquals(new double[] {4, 4}, byEpisode.table().row(0), 1e-15);
        QLearner byVisit = QLearner.of(ObservationIndex.single(), 2)
                .alphaPerVisit(Schedule.harmonic())
                .epsilon(0)
                .gamma(0)
                .initialValue(99)
                .build();
        for (double reward : new double[] {3, 5, 10}) {
            byVisit.update(0, 1, reward, 0, BOTH, true);
        }
        assertArrayEquals(new double[] {99, 6}, byVisit.table().row(0), 1e-14, "the plain mean of the rewards");
    }

    @Test
    void hysteresisMakesBadNewsCountLess() {
        QLearner hysteretic = two(1).hysteresis(0.1).build();
        hysteretic.update(0, 0, 10, 0, BOTH, true);
        assertEquals(5, hysteretic.value(HERE, 0), 1e-15);
        hysteretic.update(0, 0, -5, 0, BOTH, true);
        assertEquals(5 - 0.05 * 10, hysteretic.value(HERE, 0), 1e-14);
        QLearner optimist = two(1).hysteresis(0).build();
        optimist.update(0, 0, -5, 0, BOTH, true);
        assertEquals(0, optimist.value(HERE, 0));
    }

    @Test
    void exploresAsOftenAsItSays() {
        QLearner learner = QLearner.of(ObservationIndex.single(), 2)
                .alpha(1)
                .epsilon(0.3)
                .gamma(0)
                .build();
        learner.update(0, 1, 1, 0, BOTH, true);
        Rng rng = Rng.of(5);
        int other = 0;
        int n = 40_000;
        for (int i = 0; i < n; i++) {
            other += learner.act(HERE, BOTH, rng) == 0 ? 1 : 0;
        }
        // Exploring picks either action: 0.15 of all; four standard errors.
        assertEquals(0.15, other / (double) n, 4 * Math.sqrt(0.15 * 0.85 / n));
    }

    @Test
    void greedyIsFrozen() {
        QLearner learner = two(1).build();
        learner.update(0, 1, 1, 0, BOTH, true);
        Policy frozen = learner.greedy();
        learner.update(0, 0, 100, 0, BOTH, true);
        assertEquals(1, frozen.act(HERE, BOTH, Rng.of(0)));
        assertEquals(0, learner.greedy().act(HERE, BOTH, Rng.of(0)));
        learner.table().fill(7);
        assertEquals(50, learner.value(HERE, 0));
    }

    /** Watkins & Dayan: with steps 1 / visits^0.7 and every pair tried for ever, the values converge to the optimal ones. */
    @Property(tries = 12)
    void convergesToTheExactValuesOfASmallProcess(@ForAll @IntRange(max = 1_000_000) int seed) {
        int states = 5;
        FiniteMdp mdp = randomProcess(seed, states);
        double gamma = 0.8;
        MdpSolution exact = PolicyIteration.solve(mdp, gamma);
        QLearner learner = QLearner.of(ObservationIndex.discrete(states), 2)
                .alphaPerVisit(Schedule.power(0.7))
                .epsilon(1)
                .gamma(gamma)
                .build();
        Rng rng = Rng.of(seed, "samples", 0);
        for (int i = 0; i < 400_000; i++) {
            int s = rng.below(states - 1);
            int a = rng.below(2);
            int k = rng.bernoulli(mdp.probability(s, a, 0)) ? 0 : 1;
            int next = mdp.next(s, a, k);
            learner.update(s, a, mdp.reward(s, a, k), next, BOTH, mdp.terminal(next));
        }
        double worst = 0;
        for (int s = 0; s < states - 1; s++) {
            for (int a = 0; a < 2; a++) {
                worst = Math.max(worst, Math.abs(learner.table().get(s, a) - exact.actionValue(s, a)));
            }
        }
        // 50,000 visits a pair leave a step of 5e-4: noise of sqrt(5e-4 / 2) times a spread below 1.5, about 0.024 in
        // each pair and the worst of eight; 0.12 is five of these.
        assertTrue(worst < 0.12, "worst error " + worst);
    }

    private static FiniteMdp randomProcess(long seed, int states) {
        Rng rng = Rng.of(seed);
        FiniteMdp.Builder builder = FiniteMdp.of(states, 2).terminal(states - 1);
        for (int s = 0; s < states - 1; s++) {
            for (int a = 0; a < 2; a++) {
                double p = rng.uniform(0.1, 0.9);
                builder.outcome(s, a, rng.below(states), p, rng.uniform(-1, 1));
                builder.outcome(s, a, rng.below(states), 1 - p, rng.uniform(-1, 1));
            }
        }
        return builder.build();
    }

    @Test
    void refusesMissingOrImpossibleSettings() {
        ObservationIndex index = ObservationIndex.single();
        RuntimeException missing = assertThrows(
                IllegalStateException.class,
                () -> QLearner.of(index, 2).epsilon(0).build());
        assertTrue(
                missing.getMessage().contains("alpha") && missing.getMessage().contains("gamma"));
        assertTrue(!missing.getMessage().contains("epsilon"), missing.getMessage());
        assertThrows(IllegalArgumentException.class, () -> QLearner.of(index, 0));
        assertThrows(IllegalArgumentException.class, () -> QLearner.of(index, 2).gamma(1.1));
        assertThrows(IllegalArgumentException.class, () -> QLearner.of(index, 2).hysteresis(-1));
        assertThrows(
                IllegalArgumentException.class, () -> DynaQ.of(two(1).build()).planningSteps(-1));
    }

    @Test
    void aTeamSharesNothing() {
        var team = two(1).team(2);
        team.get(0).learn(new Transition(HERE, 1, 1, HERE, BOTH, true, false));
        assertEquals(0.5, ((QLearner) team.get(0)).value(HERE, 1));
        assertEquals(0, ((QLearner) team.get(1)).value(HERE, 1));
    }

    @Test
    void whatIsStoredGoesOnBitForBit() {
        QSettings.Builder settings = QLearner.of(ObservationIndex.discrete(2), 2)
                .alphaPerVisit(Schedule.harmonic())
                .epsilon(0)
                .gamma(0.9);
        QLearner learner = settings.build();
        boolean[] legal = {true, true};
        learner.update(0, 1, 2, 1, legal, false);
        learner.update(0, 1, 5, 1, legal, false);
        QLearner other = settings.build();
        other.restore(learner.memory());
        learner.update(0, 1, -1, 0, legal, false);
        other.update(0, 1, -1, 0, legal, false);
        assertEquals(0, learner.table().maxAbsDifference(other.table()), "visits come back too");
        FrozenPolicy frozen = learner.frozen(learner.greedy().numbers());
        learner.update(0, 0, 99, 0, legal, true);
        assertEquals(1, frozen.act(new double[] {0}, legal, Rng.of(1)));
        assertEquals(0, learner.greedy().act(new double[] {0}, legal, Rng.of(1)));
        assertThrows(IllegalArgumentException.class, () -> other.restore(1, 2, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> other.frozen(1, 2, 3));
    }
}
