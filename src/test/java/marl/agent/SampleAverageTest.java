package marl.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marl.env.StatelessGame;
import marl.game.Games;
import marl.train.Play;
import org.junit.jupiter.api.Test;

/** A test of an algorithm to copy: an oracle over seeds, determinism, and what is refused. */
class SampleAverageTest {
    private static final int SEEDS = 20;
    private static final int ROUNDS = 30_000;

    private static SampleAverage learned(double epsilon, long seed) {
        SampleAverage learner = new SampleAverage(3, epsilon);
        Play.of(StatelessGame.of(Games.climbing()), learner, Learner.frozen(Policy.uniform()))
                .rounds(ROUNDS)
                .seed(seed)
                .run();
        return learner;
    }

    /**
     * Exact theory: against a uniform partner the climbing game's rows pay -19/3, -23/3 and 11/3 on average. A payoff of
     * row 0 has a standard deviation of 17.4, so the mean of 20 averages over 10,000 plays has one of 0.04; the tolerance
     * is five of those.
     */
    @Test
    void valuesAreTheMeanPayoffs() {
        double[] exact = {-19 / 3.0, -23 / 3.0, 11 / 3.0};
        double[] mean = new double[3];
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] values = learned(1, seed).values();
            for (int a = 0; a < 3; a++) {
                mean[a] += values[a] / SEEDS;
            }
        }
        for (int a = 0; a < 3; a++) {
            assertEquals(exact[a], mean[a], 0.2, "action " + a);
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertEquals(learned(0.1, 5).values()[2], learned(0.1, 5).values()[2]);
    }

    @Test
    void whatCannotLearnIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SampleAverage(0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new SampleAverage(3, Double.NaN));
    }
}
