package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TwoStepGameTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return new TwoStepGame();
    }

    @Override
    protected boolean stochastic() {
        return false;
    }

    /** All sixteen ways to play, against the rules written out. */
    @Test
    void everyEpisodeIsAsInThePaper() {
        for (int a = 0; a < 16; a++) {
            int[] first = {a / 8, a / 4 % 2};
            int[] second = {a / 2 % 2, a % 2};
            MarkovGame game = new TwoStepGame();
            assertArrayEquals(new double[][] {{0}, {0}}, game.reset(a));
            assertArrayEquals(new double[] {1, 0, 0}, game.state());
            Step step = game.step(JointAction.of(first));
            int state = first[0] == 0 ? 1 : 2;
            assertArrayEquals(new double[][] {{state}, {state}}, step.observations(), "agent 0 alone decides");
            assertArrayEquals(new double[] {0, 0}, step.rewards());
            assertFalse(step.over());
            assertEquals(1, game.state()[state]);
            Step last = game.step(JointAction.of(second));
            double paid = state == 1 ? 7 : second[0] + second[1] == 0 ? 0 : second[0] + second[1] == 1 ? 1 : 8;
            assertArrayEquals(new double[] {paid, paid}, last.rewards());
            assertEquals(paid, TwoStepGame.secondStepPayoffs(state)[second[0]][second[1]]);
            assertTrue(last.terminated() && !last.truncated());
            assertArrayEquals(step.observations(), last.observations());
        }
    }

    @Test
    void onlyTheSecondStatesHavePayoffs() {
        assertThrows(IllegalArgumentException.class, () -> TwoStepGame.secondStepPayoffs(0));
        assertThrows(IllegalArgumentException.class, () -> TwoStepGame.secondStepPayoffs(3));
        TwoStepGame.secondStepPayoffs(2)[1][1] = 99;
        assertEquals(8, TwoStepGame.secondStepPayoffs(2)[1][1]);
        assertEquals(2, TwoStepGame.index().of(new double[] {2}));
    }
}
