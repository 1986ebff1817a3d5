package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.game.Games;
import marl.game.NoisyGame;
import marl.random.Rng;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatelessGameTest {
    @Nested
    class Once extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return StatelessGame.of(Games.climbing());
        }

        @Override
        protected boolean stochastic() {
            return false;
        }
    }

    @Nested
    class NoisyRounds extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return StatelessGame.of(NoisyGame.fullyStochasticClimbing()).rounds(25);
        }

        @Override
        protected boolean stochastic() {
            return true;
        }
    }

    @Test
    void oneRoundTerminatesAndSeveralTruncate() {
        StatelessGame once = StatelessGame.of(Games.prisonersDilemma());
        assertArrayEquals(new double[] {-1, -1}, once.reset(0)[1]);
        Step step = once.step(JointAction.of(0, 1));
        assertArrayEquals(new double[] {0, 5}, step.rewards());
        assertArrayEquals(new double[] {0, 1}, step.observations()[0]);
        assertArrayEquals(new double[] {0, 1}, step.observations()[1], "everybody sees the same");
        assertTrue(step.terminated());
        StatelessGame twice = once.rounds(2);
        twice.reset(0);
        assertFalse(twice.step(JointAction.of(1, 1)).over());
        assertTrue(twice.step(JointAction.of(1, 1)).truncated());
        assertThrows(IllegalArgumentException.class, () -> once.rounds(0));
    }

    /** A played cell's mean is the table's: 20,000 rounds of 5 or -65, sd 35. */
    @Test
    void noiseHasTheMeanOfTheTable() {
        StatelessGame game = StatelessGame.of(NoisyGame.fullyStochasticClimbing());
        int n = 20_000;
        double sum = 0;
        double episodes = 0;
        Rng chance = Rng.of(2);
        for (int i = 0; i < n; i++) {
            sum += game.play(chance, 0, 1)[0];
            game.reset(Rng.mix(4, i));
            episodes += game.step(JointAction.of(0, 1)).rewards()[1];
        }
        assertEquals(-30, game.payoffs(0, 1)[0]);
        // Four standard errors.
        assertEquals(-30, sum / n, 4 * 35 / Math.sqrt(n));
        assertEquals(-30, episodes / n, 4 * 35 / Math.sqrt(n));
    }
}
