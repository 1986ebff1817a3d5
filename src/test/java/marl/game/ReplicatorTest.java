package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReplicatorTest {
    private static final double[][] RPS = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};

    /** The product of the shares is conserved exactly; order four at dt = .01 keeps it to 1e-9 over ten units of time. */
    @Test
    void rockPaperScissorsGoesRoundOnItsOrbit() {
        Replicator population = new Replicator(RPS, 0.5, 0.3, 0.2).run(1_000, 0.01);
        double[] x = population.shares();
        assertEquals(0.03, x[0] * x[1] * x[2], 1e-9);
        assertArrayEquals(new double[] {0.5050434831, 0.2045287237, 0.2904277932}, x, 1e-9); // computed independently
        assertEquals(10, population.time(), 1e-9);
    }

    @Test
    void theTimeAverageOfTheOrbitIsTheEquilibrium() {
        Replicator population = new Replicator(RPS, 0.5, 0.3, 0.2);
        double[] sum = new double[3];
        int samples = 20_000;
        for (int i = 0; i < samples; i++) {
            double[] x = population.run(5, 0.01).shares();
            for (int k = 0; k < 3; k++) {
                sum[k] += x[k] / samples;
            }
        }
        for (double share : sum) {
            assertEquals(1 / 3.0, share, 5e-4); // the rest of an unfinished round, over time 1,000
        }
    }

    @Test
    void defectionTakesOverTheDilemmaAndHawksSettleAtHalf() {
        double[] dilemma = new Replicator(new double[][] {{3, 0}, {5, 1}}, 0.9, 0.1)
                .run(3_000, 0.01)
                .shares();
        assertEquals(1, dilemma[1], 1e-6);
        double[] hawks = new Replicator(new double[][] {{-1, 2}, {0, 1}}, 0.1, 0.9)
                .run(5_000, 0.01)
                .shares();
        assertEquals(0.5, hawks[0], 1e-6); // V / C with V = 2, C = 4
        double[] hare = new Replicator(new double[][] {{4, 0}, {3, 3}}, 0.5, 0.5)
                .run(3_000, 0.01)
                .shares();
        assertEquals(0, hare[0], 1e-6); // the mixed equilibrium is at 3/4, and 1/2 lies on the hare's side
    }

    @Test
    void sharesStayADistributionWhereEverybodyLoses() {
        double[][] losses = {{-3, -2.9, -3}, {-2.8, -3, -2.7}, {-3, -2.6, -3}};
        double[] x = new Replicator(losses, 0.2, 0.3, 0.5).run(5_000, 0.02).shares();
        assertEquals(1, x[0] + x[1] + x[2], 1e-12); // not divided by their sum they would add up to 1e+100 or so
    }

    @Property(tries = 30)
    void sharesStayADistributionAndTheMissingStayMissing(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        double[][] payoff = new double[4][4];
        for (double[] row : payoff) {
            for (int c = 0; c < 4; c++) {
                row[c] = rng.uniform(-3, 3);
            }
        }
        double a = rng.uniform(0, 0.5);
        double[] x = new Replicator(payoff, a, 0, 0.5 - a, 0.5).run(500, 0.02).shares();
        assertEquals(1, x[0] + x[1] + x[2] + x[3], 1e-9);
        assertEquals(0, x[1]);
        for (double share : x) {
            assertTrue(share >= 0 && share <= 1 + 1e-9);
        }
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Replicator(RPS, 0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Replicator(RPS, 0.5, 0.6, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new Replicator(new double[][] {{1, 2, 3}}, 1));
        assertThrows(IllegalArgumentException.class, () -> new Replicator(RPS, 1, 0, 0).run(1, 0));
    }
}
