package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A test of an environment to copy: the contract that all share, then the rules, by hand. */
class MeetingTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return new Meeting();
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    /** Both walk down: whoever reaches the end waits there for the other. */
    @Test
    void twoWhoWalkToTheSameEndMeetThere() {
        for (long seed = 0; seed < 20; seed++) {
            MarkovGame game = new Meeting();
            game.reset(seed);
            double[] start = game.state();
            int steps = (int) Math.max(start[0], start[1]);
            Step step = game.step(JointAction.of(0, 0));
            for (int t = 1; t < steps; t++) {
                assertEquals(-0.1, step.rewards()[0]);
                step = game.step(JointAction.of(0, 0));
            }
            assertTrue(step.terminated() && !step.truncated());
            assertArrayEquals(new double[] {1, 1}, step.rewards());
            assertArrayEquals(new double[] {0, 0}, game.state());
        }
    }

    @Test
    void twoWhoWalkApartAreStoppedAfterTwentySteps() {
        MarkovGame game = new Meeting();
        game.reset(3);
        boolean firstIsLower = game.state()[0] < game.state()[1];
        Step step = game.step(JointAction.of(firstIsLower ? 0 : 1, firstIsLower ? 1 : 0));
        int steps = 1;
        while (!step.over()) {
            step = game.step(JointAction.of(firstIsLower ? 0 : 1, firstIsLower ? 1 : 0));
            steps++;
        }
        assertEquals(20, steps);
        assertTrue(step.truncated() && !step.terminated());
    }
}
