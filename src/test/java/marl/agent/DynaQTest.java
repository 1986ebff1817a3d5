package marl.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import marl.env.ObservationIndex;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class DynaQTest {
    private static final boolean[] ONE = {true};

    private static QSettings.Builder settings() {
        return QLearner.of(ObservationIndex.discrete(4), 1).alpha(1).epsilon(0).gamma(0.5);
    }

    private static Transition step(int from, double reward, int to, boolean terminated) {
        return new Transition(new double[] {from}, 0, reward, new double[] {to}, ONE, terminated, false);
    }

    /** A corridor 0 -> 1 -> 2 -> end: with step size 1 enough replay carries the reward all the way after one visit. */
    @Test
    void planningCarriesARewardBackThroughMemory() {
        DynaQ plain = DynaQ.of(settings().build()).planningSteps(0).seed(1).build();
        DynaQ planner = DynaQ.of(settings().build()).planningSteps(100).seed(1).build();
        for (DynaQ learner : new DynaQ[] {plain, planner}) {
            learner.startEpisode(0);
            learner.learn(step(0, 0, 1, false));
            learner.learn(step(1, 0, 2, false));
            learner.learn(step(2, 8, 3, true));
        }
        assertArrayEquals(new double[][] {{0}, {0}, {8}, {0}}, plain.table().toArray());
        assertArrayEquals(new double[][] {{2}, {4}, {8}, {0}}, planner.table().toArray());
        assertEquals(3, planner.knownPairs());
    }

    @Test
    void theEndIsRemembered() {
        DynaQ planner = DynaQ.of(settings().build()).planningSteps(50).seed(1).build();
        planner.learn(step(3, 100, 3, true));
        planner.learn(step(2, 1, 3, true));
        assertEquals(1, planner.table().get(2, 0), "a remembered ending must not bootstrap from the state behind it");
    }

    @Test
    void theLatestOutcomeCounts() {
        DynaQ planner = DynaQ.of(settings().build()).planningSteps(20).seed(1).build();
        planner.learn(step(0, 1, 1, true));
        planner.learn(step(0, 5, 1, true));
        assertEquals(5, planner.table().get(0, 0));
        assertEquals(1, planner.knownPairs());
    }

    @Test
    void replayPicksSeenPairsUniformly() {
        int[] counts = new int[3];
        QLearner inner = QLearner.of(ObservationIndex.of(4, o -> (int) o[0]), 1)
                .alpha(0.5)
                .epsilon(0)
                .gamma(0.5)
                .backup((table, state, legal) -> {
                    counts[state]++;
                    return 0;
                })
                .build();
        DynaQ planner = DynaQ.of(inner).planningSteps(10_000).seed(7).build();
        planner.learn(step(0, 0, 0, false));
        planner.learn(step(1, 0, 1, false));
        java.util.Arrays.fill(counts, 0);
        planner.learn(step(2, 0, 2, false));
        // 10,000 draws from three pairs, one real step: four standard deviations of 47.
        for (int count : counts) {
            assertEquals(10_000 / 3.0, count, 4 * 47 + 1);
        }
    }

    @Test
    void sameSeedSameTable() {
        QTable[] tables = new QTable[2];
        for (int i = 0; i < 2; i++) {
            DynaQ planner = DynaQ.of(settings().alpha(0.3).build())
                    .planningSteps(5)
                    .seed(9)
                    .build();
            planner.startEpisode(4);
            Rng rng = Rng.of(2);
            for (int t = 0; t < 50; t++) {
                planner.learn(step(rng.below(4), rng.uniform(), rng.below(4), false));
            }
            tables[i] = planner.table();
        }
        assertEquals(0, tables[0].maxAbsDifference(tables[1]));
    }
}
