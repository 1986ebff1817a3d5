package marl.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.JointAction;
import marl.env.Step;
import marl.env.SwitchRiddle;
import org.junit.jupiter.api.Test;

class SilentPlanTest {

    @Test
    void threePrisonersWhoCountTellOnTheLastTwoDays() {
        SilentPlan.Best best = SilentPlan.of(SwitchRiddle.of(3));
        assertEquals(390 / 729.0, best.value(), 1e-15);
        assertArrayEquals(new boolean[] {true, false, false, false, false}, best.tells()[4]);
        assertArrayEquals(new boolean[] {true, true, true, false, false, false}, best.tells()[5]);
        for (int day = 0; day < 4; day++) {
            for (boolean tell : best.tells()[day]) {
                assertTrue(!tell, "day " + day);
            }
        }
    }

    /** On day 2 a new visitor of two prisoners is the second, for the first one was the other: half of the sequences. */
    @Test
    void twoPrisonersNeedNoBulb() {
        SilentPlan.Best best = SilentPlan.of(SwitchRiddle.of(2));
        assertEquals(0.5, best.value(), 1e-15);
        assertArrayEquals(new boolean[] {true, false}, best.tells()[1]);
    }

    /** The rule is played in the riddle itself; the mean of 20,000 games has a standard error below .006. */
    @Test
    void playedInTheRiddleItEarnsWhatItSays() {
        SwitchRiddle riddle = SwitchRiddle.of(3).withoutBulb();
        SilentPlan.Best best = SilentPlan.of(riddle);
        double sum = 0;
        for (int game = 0; game < 20_000; game++) {
            double[][] seen = riddle.reset(game);
            int[] visits = new int[3];
            boolean over = false;
            while (!over) {
                int[] acts = new int[3];
                for (int i = 0; i < 3; i++) {
                    if (seen[i][0] == 1) {
                        acts[i] = best.tells()[(int) seen[i][2]][visits[i]++] ? SwitchRiddle.TELL : SwitchRiddle.NONE;
                    }
                }
                Step step = riddle.step(JointAction.of(acts));
                seen = step.observations();
                sum += step.rewards()[0];
                over = step.over();
            }
        }
        assertEquals(best.value(), sum / 20_000, 0.025);
    }

    @Test
    void fourAreTooMany() {
        assertThrows(IllegalArgumentException.class, () -> SilentPlan.of(SwitchRiddle.of(4)));
    }
}
