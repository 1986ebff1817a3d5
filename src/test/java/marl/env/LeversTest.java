package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeversTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return Levers.of(5, 500);
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    @Test
    void whatIsPaidCountsDifferentLeversBeyondTheFirst() {
        MarkovGame game = Levers.of(5, 50);
        double[][] seen = game.reset(3);
        for (int i = 0; i < 5; i++) {
            assertEquals(game.state()[i], seen[i][0], "each sees its own number");
        }
        Step step = game.step(JointAction.of(0, 1, 1, 4, 0));
        assertTrue(step.terminated() && !step.truncated());
        assertArrayEquals(new double[] {0.5, 0.5, 0.5, 0.5, 0.5}, step.rewards());
        assertEquals(1, Levers.reward(4, 3, 2, 1, 0));
        assertEquals(0, Levers.reward(2, 2, 2, 2, 2));
    }

    /** All 3125 joint pulls, each equally likely. */
    @Test
    void independentPlayIsWorthWhatAllJointPullsGiveOnAverage() {
        double mean = IntStream.range(0, 3125)
                .mapToDouble(j -> Levers.reward(j % 5, j / 5 % 5, j / 25 % 5, j / 125 % 5, j / 625))
                .average()
                .orElseThrow();
        assertEquals(mean, Levers.of(5, 500).independentValue(), 1e-12);
        assertEquals(0.5904, mean, 1e-12);
    }

    @Test
    void tooFewAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Levers.of(1, 5));
        assertThrows(IllegalArgumentException.class, () -> Levers.of(2, 0));
        assertThrows(IllegalArgumentException.class, () -> Levers.reward(1));
        assertEquals(500, Levers.of(5, 500).index().size());
    }
}
