package marl.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import org.junit.jupiter.api.Test;

class TeamDriftTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return new TeamDrift();
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    @Test
    void effortsPushTheFirstNumberOnlyAndTheNewOneIsPaid() {
        MarkovGame pushed = new TeamDrift();
        pushed.reset(1);
        MarkovGame idle = pushed.copy();
        Step push = pushed.step(JointAction.of(3, 1, 2));
        Step rest = idle.step(JointAction.of(0, 0, 0));
        double[] high = push.observations()[2];
        double[] low = rest.observations()[2];
        // One addition of 0.3 on numbers of order 1: one rounding each.
        assertEquals(low[0] + 0.3, high[0], 1e-15);
        for (int i = 1; i < TeamDrift.STATE; i++) {
            assertEquals(low[i], high[i]);
        }
        double x = -Math.abs(high[0]);
        assertEquals(x, push.rewards()[0]);
        assertEquals(x + 0.1, push.rewards()[1]);
        assertEquals(x, push.rewards()[2]);
        assertEquals(-Math.abs(low[0]) + 0.1, TeamDrift.teamReward(rest), 1e-15);
    }

    @Test
    void startsStandardNormalAndDriftsByATenth() {
        TeamDrift game = new TeamDrift();
        int n = 40_000;
        double squares = 0;
        double changes = 0;
        for (int seed = 0; seed < n; seed++) {
            double start = game.reset(Rng.mix(seed))[0][3];
            double next = game.step(JointAction.of(0, 0, 0)).observations()[0][3];
            squares += start * start;
            changes += (next - start) * (next - start);
        }
        // Four standard errors of a mean of squared normals: sqrt(2 / n) times the variance.
        assertEquals(1, squares / n, 4 * Math.sqrt(2.0 / n));
        assertEquals(0.01, changes / n, 0.04 * Math.sqrt(2.0 / n));
    }

    @Test
    void truncatesAfterAHundredSteps() {
        TeamDrift game = new TeamDrift();
        game.reset(3);
        for (int t = 1; t < 100; t++) {
            assertFalse(game.step(JointAction.of(0, 1, 2)).over());
        }
        Step last = game.step(JointAction.of(0, 1, 2));
        assertTrue(last.truncated());
        assertFalse(last.terminated());
    }
}
