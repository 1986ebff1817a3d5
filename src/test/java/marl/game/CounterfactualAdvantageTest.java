package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CounterfactualAdvantageTest {
    private static final double[] UNIFORM = MixedStrategy.uniform(3);

    /** The climbing game under uniform policies, by hand. */
    @Test
    void theClimbingGame() {
        CounterfactualAdvantage coma = CounterfactualAdvantage.of(Games.climbing(), 0, UNIFORM, UNIFORM);
        assertEquals(-19.0 / 3, coma.baseline(0, 0), 1e-13);
        assertEquals(-17.0 / 3, coma.baseline(2, 1), 1e-13);
        assertEquals(5.0 / 3, coma.baseline(1, 2), 1e-13);
        assertEquals(52.0 / 3, coma.at(0, 0), 1e-13);
        assertEquals(-71.0 / 3, coma.at(1, 0), 1e-13);
        assertEquals(10.0 / 3, coma.at(2, 2), 1e-13);
        assertEquals(602.0 / 3, coma.variance(), 1e-11);
        assertEquals(200.667, coma.variance(), 5e-4);
        assertEquals(213.802, coma.varianceAgainstMean(), 5e-4);
    }

    /** For any game and policies the mean over the own actions is 0 against each choice of the others. */
    @Property(tries = 100)
    void theMeanIsZeroWhateverTheOthersDo(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        String[] names = {"a", "b", "c"};
        MatrixGame game = MatrixGame.of("random", List.of(names, names, names), joint ->
                new double[] {rng.gaussian(), rng.gaussian(), rng.gaussian()});
        double[][] policies = new double[3][];
        for (int p = 0; p < 3; p++) {
            policies[p] = MixedStrategy.normalise(rng.uniform(), rng.uniform(), rng.uniform());
        }
        CounterfactualAdvantage coma = CounterfactualAdvantage.of(game, 1, policies);
        double drift = 0;
        for (int first = 0; first < 3; first++) {
            for (int last = 0; last < 3; last++) {
                double mean = 0;
                double square = 0;
                for (int own = 0; own < 3; own++) {
                    mean += policies[1][own] * coma.at(first, own, last);
                    square += coma.baseline(first, own, last);
                }
                assertEquals(0, mean, 1e-14);
                assertEquals(3 * coma.baseline(first, 0, last), square, 1e-13, "the own action does not move it");
                double shift = coma.baseline(first, 0, last) - game.expectedPayoff(1, policies);
                drift += policies[0][first] * policies[2][last] * shift * shift;
            }
        }
        // The law of total variance: what the baseline takes away is the variance that the others cause.
        assertEquals(coma.varianceAgainstMean(), coma.variance() + drift, 1e-12);
        assertTrue(coma.variance() <= coma.varianceAgainstMean() + 1e-12);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CounterfactualAdvantage.of(Games.climbing(), 2, UNIFORM, UNIFORM));
        assertThrows(IllegalArgumentException.class, () -> CounterfactualAdvantage.of(Games.climbing(), 0, UNIFORM));
        CounterfactualAdvantage coma = CounterfactualAdvantage.of(Games.climbing(), 0, UNIFORM, UNIFORM);
        assertThrows(IllegalArgumentException.class, () -> coma.at(0, 3));
    }
}
