package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WhomToAskTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return WhomToAsk.of(4, 3);
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    @Test
    void eachRightGuessPaysEverybodyItsShare() {
        int[][] asked = new int[3][3];
        for (long seed = 0; seed < 200; seed++) {
            WhomToAsk game = WhomToAsk.of(3, 2);
            double[][] seen = game.reset(seed);
            int[] right = new int[3];
            for (int i = 0; i < 3; i++) {
                int whom = (int) seen[i][2];
                assertEquals(i, seen[i][0]);
                assertNotEquals(i, whom, "nobody asks itself");
                asked[i][whom]++;
                right[i] = (int) seen[whom][1];
            }
            Step step = game.copy().step(JointAction.of(right));
            assertArrayEquals(new double[] {1, 1, 1}, step.rewards());
            assertTrue(step.terminated());
            right[1] = 1 - right[1];
            assertEquals(2 / 3.0, game.step(JointAction.of(right)).rewards()[0], 1e-15);
        }
        assertTrue(asked[0][1] > 70 && asked[0][2] > 70, "both others are asked");
    }

    @Test
    void eachObservationHasANumberOfItsOwn() {
        ObservationIndex index = WhomToAsk.of(3, 2).index();
        assertEquals(18, index.size());
        assertEquals(0, index.of(new double[] {0, 0, 0}));
        assertEquals(17, index.of(new double[] {2, 1, 2}));
        assertEquals(7, index.of(new double[] {1, 0, 1}));
    }

    @Test
    void tooFewAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> WhomToAsk.of(1, 2));
        assertThrows(IllegalArgumentException.class, () -> WhomToAsk.of(3, 1));
    }
}
