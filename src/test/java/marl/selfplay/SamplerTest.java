package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marl.agent.Policy;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final int DRAWS = 40_000;

    /** Four snapshots, of which the learner has lost and won more and more: win rates 1/12, 4.5/12, 7.5/12, 11/12. */
    private static OpponentPool pool() {
        OpponentPool pool = new OpponentPool(4, Drop.OLDEST);
        double[] points = {0.5, 4, 7, 10.5};
        for (int i = 0; i < 4; i++) {
            pool.add(new Snapshot(Policy.uniform(), i, 11, points[i]), Rng.of(1));
        }
        return pool;
    }

    /** Shares of the latest self and the four snapshots, each within four standard errors. */
    private static void assertShares(Sampler sampler, double... expected) {
        Rng rng = Rng.of(5);
        double[] shares = new double[5];
        OpponentPool pool = pool();
        for (int i = 0; i < DRAWS; i++) {
            shares[sampler.pick(pool, rng) + 1] += 1.0 / DRAWS;
        }
        for (int i = 0; i < 5; i++) {
            double p = expected[i];
            assertEquals(p, shares[i], 4 * Math.sqrt(p * (1 - p) / DRAWS) + 1e-9, sampler + " picks " + (i - 1));
        }
    }

    @Test
    void eachDrawsAsItSays() {
        assertShares(Sampler.latest(), 1, 0, 0, 0, 0);
        assertShares(Sampler.uniform(), 0, 0.25, 0.25, 0.25, 0.25);
        assertShares(Sampler.mostlyLatest(0.8), 0.8, 0.05, 0.05, 0.05, 0.05);
        assertShares(Sampler.mostlyLatest(1), 1, 0, 0, 0, 0);
        assertShares(Sampler.mostlyLatest(0), 0, 0.25, 0.25, 0.25, 0.25);
        assertEquals(Sampler.AVERAGE, Sampler.timeAverage().pick(pool(), Rng.of(1)));
    }

    /** Weights (1 - w)^power by hand: in twelfths 11, 7.5, 4.5, 1, whose sum is 24; squared 121, 56.25, 20.25, 1. */
    @Test
    void whoeverBeatsUsIsMetMoreOften() {
        assertShares(Sampler.prioritised(1), 0, 11 / 24.0, 7.5 / 24, 4.5 / 24, 1 / 24.0);
        double sum = 121 + 56.25 + 20.25 + 1;
        assertShares(Sampler.prioritised(2), 0, 121 / sum, 56.25 / sum, 20.25 / sum, 1 / sum);
        assertShares(Sampler.prioritised(0), 0, 0.25, 0.25, 0.25, 0.25);
        assertShares(Sampler.prioritised(1e6), 0, 0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void anEmptyPoolGivesTheLatest() {
        OpponentPool empty = new OpponentPool(1, Drop.RANDOM);
        for (Sampler sampler :
                new Sampler[] {Sampler.latest(), Sampler.uniform(), Sampler.mostlyLatest(0.1), Sampler.prioritised(1)
                }) {
            assertEquals(Sampler.LATEST, sampler.pick(empty, Rng.of(1)), sampler.toString());
        }
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Sampler.mostlyLatest(1.1));
        assertThrows(IllegalArgumentException.class, () -> Sampler.mostlyLatest(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Sampler.prioritised(-1));
        assertThrows(IllegalArgumentException.class, () -> Sampler.prioritised(Double.POSITIVE_INFINITY));
    }
}
