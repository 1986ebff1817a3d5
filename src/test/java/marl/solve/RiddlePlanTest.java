package marl.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.SwitchRiddle;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class RiddlePlanTest {
    private static final double EXACT = 1e-9;

    private static double planned(SwitchRiddle riddle) {
        RiddlePlan.Best best = RiddlePlan.of(riddle);
        assertEquals(best.value(), RiddleValue.byVisits(riddle, best.protocol()), EXACT, "its protocol earns it");
        return best.value();
    }

    @Test
    void twoAndThreePrisonersReachTheBoundOfChance() {
        assertEquals(0.5, planned(SwitchRiddle.of(2)), EXACT);
        assertEquals(540 / 729.0, planned(SwitchRiddle.of(3)), EXACT);
    }

    @Test
    void withoutABulbTellingOnTheLastDayIsBest() {
        assertEquals(351 / 729.0, planned(SwitchRiddle.of(3).withoutBulb()), EXACT);
        SwitchRiddle four = SwitchRiddle.of(4).withoutBulb();
        assertEquals(RiddleValue.byCounting(four, RiddleValue.onTheLastDay(four)), planned(four), EXACT);
    }

    /** With two prisoners all 9^2 protocols of the second day, after each of three first days. */
    @Test
    void forTwoPrisonersBruteForceAgrees() {
        SwitchRiddle two = SwitchRiddle.of(2);
        double best = -1;
        for (int code = 0; code < 243; code++) {
            int[] actions = {code / 81, code / 27 % 3, code / 9 % 3, code / 3 % 3, code % 3};
            best = Math.max(
                    best,
                    RiddleValue.byVisits(
                            two,
                            (day, bulb, been) -> day == 0 ? actions[0] : actions[1 + (bulb ? 2 : 0) + (been ? 1 : 0)]));
        }
        assertEquals(best, planned(two), EXACT);
    }

    /** No change of one action, and no random protocol, beats it. */
    @Test
    void nothingNearThePlanIsBetter() {
        SwitchRiddle three = SwitchRiddle.of(3);
        double best = planned(three);
        for (long seed = 0; seed < 2_000; seed++) {
            Rng rng = Rng.of(seed);
            int[] actions = new int[24];
            java.util.Arrays.setAll(actions, i -> rng.below(12) / 5);
            assertTrue(RiddleValue.byCounting(
                            three, (day, bulb, been) -> actions[4 * day + (bulb ? 2 : 0) + (been ? 1 : 0)])
                    <= best + EXACT);
        }
    }

    /**
     * The plan for four, [day][bulb][been], over all 4^10 sequences of visits; the optimum, which takes too long for a test, was found by
     * this class and by a second program that shares no code with it.
     */
    @Test
    void fourPrisonersComeCloseToTheBound() {
        int[][][] plan = {
            {{1, 0}, {0, 0}}, {{1, 0}, {1, 0}}, {{1, 0}, {1, 0}}, {{1, 0}, {1, 0}}, {{1, 0}, {1, 0}},
            {{0, 1}, {0, 1}}, {{1, 0}, {1, 0}}, {{1, 0}, {1, 0}}, {{0, 1}, {0, 1}}, {{0, 2}, {2, 0}}
        };
        SwitchRiddle four = SwitchRiddle.of(4);
        double value = RiddleValue.byVisits(four, new RiddlePlan.Best(0, plan).protocol());
        assertEquals(0.7747535705566406, value, EXACT);
        assertTrue(value < RiddleValue.bound(four));
    }

    @Test
    void fiveAreTooMany() {
        assertThrows(IllegalArgumentException.class, () -> RiddlePlan.of(SwitchRiddle.of(5)));
    }
}
