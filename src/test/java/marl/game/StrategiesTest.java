package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Mixed strategies, and profiles of mixed strategies and of actions. */
class StrategiesTest {
    @Test
    void makers() {
        assertArrayEquals(new double[] {.25, .25, .25, .25}, MixedStrategy.uniform(4));
        assertArrayEquals(new double[] {0, 0, 1}, MixedStrategy.pure(3, 2));
        assertArrayEquals(new double[] {.2, .8}, MixedStrategy.normalise(1, 4), 1e-15);
        assertArrayEquals(new double[] {.3, .7}, MixedStrategy.of(.3, .7));
    }

    @Test
    void makersRefuseWhatIsNoStrategy() {
        assertThrows(IllegalArgumentException.class, () -> MixedStrategy.uniform(0));
        assertThrows(IllegalArgumentException.class, () -> MixedStrategy.pure(3, 3));
        assertThrows(IllegalArgumentException.class, () -> MixedStrategy.pure(3, -1));
        assertThrows(IllegalArgumentException.class, () -> MixedStrategy.normalise(0, 0));
        assertThrows(IllegalArgumentException.class, () -> MixedStrategy.normalise(1, -1));
        assertThrows(IllegalArgumentException.class, () -> MixedStrategy.normalise(1, Double.POSITIVE_INFINITY));
        String said = assertThrows(IllegalArgumentException.class, () -> MixedStrategy.of(.5, .4))
                .getMessage();
        assertTrue(said.contains("sums to 0.9") && said.contains("normalise"), said);
    }

    @Test
    void aProfileIsAValue() {
        double[] row = {.5, .5};
        MixedProfile profile = MixedProfile.of(row, MixedStrategy.pure(3, 1));
        row[0] = 9;
        profile.strategies()[0][0] = 9;
        profile.strategy(0)[0] = 9;
        assertEquals("(0.5, 0.5) x (0, 1, 0)", profile.toString());
        MixedProfile same = MixedProfile.of(new double[] {.5, .5}, new double[] {0, 1, 0});
        assertEquals(same, profile);
        assertEquals(same.hashCode(), profile.hashCode());
        assertNotEquals(MixedProfile.of(new double[] {1, 0}, new double[] {0, 1, 0}), profile);
        assertFalse(profile.isPure());
        assertTrue(MixedProfile.of(new double[] {1, 0}, new double[] {0, 1, 0}).isPure());
        assertFalse(profile.isNear(MixedProfile.of(new double[] {.5, .5}), 1));
        assertThrows(IllegalArgumentException.class, () -> MixedProfile.of(new double[] {.5, .4}));
    }

    @Test
    void anActionProfileSpeaksInNames() {
        ActionProfile profile = ActionProfile.of(Games.rockPaperScissors(), 2, 0);
        assertEquals("(scissors, rock)", profile.toString());
        assertArrayEquals(new int[] {2, 0}, profile.joint());
        assertThrows(IllegalArgumentException.class, () -> ActionProfile.of(Games.rockPaperScissors(), 3, 0));
        assertThrows(IllegalArgumentException.class, () -> new ActionProfile(List.of(1), List.of()));
    }
}
