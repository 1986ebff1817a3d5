package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoverGameTest {
    @Test
    void byHand() {
        CoverGame game = CoverGame.of(4, 3);
        int[] joint = {2, 0, 2, 1};
        assertEquals(3, game.covered(joint));
        assertArrayEquals(new double[] {3, 3, 3, 3}, game.payoffs(joint));
        assertArrayEquals(
                new double[] {0.5, 1, 0.5, 1}, game.credit(Credit.LOCAL).payoffs(joint));
        assertArrayEquals(
                new double[] {0, 1, 0, 1}, game.credit(Credit.DIFFERENCE).payoffs(joint));
        assertEquals(2, game.withIdle().covered(3, 0, 0, 1));
        assertEquals(0, game.withIdle().credit(Credit.LOCAL).payoffs(3, 0, 0, 1)[0]);
    }

    /** The quick formulas against the definitions: G(a) - G(a without i) by playing without i, shares that sum to G. */
    @Property(tries = 200)
    void creditIsWhatItsDefinitionSays(
            @ForAll @IntRange(min = 2, max = 9) int agents,
            @ForAll @IntRange(min = 1, max = 7) int landmarks,
            @ForAll long seed) {
        Rng rng = Rng.of(seed);
        int[] joint = IntStream.range(0, agents).map(i -> rng.below(landmarks)).toArray();
        CoverGame game = CoverGame.of(agents, landmarks);
        CoverGame without = CoverGame.of(agents - 1, landmarks);
        double[] difference = game.credit(Credit.DIFFERENCE).payoffs(joint);
        for (int i = 0; i < agents; i++) {
            int absent = i;
            int[] others = IntStream.range(0, agents)
                    .filter(j -> j != absent)
                    .map(j -> joint[j])
                    .toArray();
            assertEquals(game.covered(joint) - without.covered(others), difference[i]);
        }
        double shares = Arrays.stream(game.credit(Credit.LOCAL).payoffs(joint)).sum();
        assertEquals(game.covered(joint), shares, 1e-12);
    }

    @Test
    void theMeanAtRandomIsTheMeanOverAllJointActions() {
        double sum = 0;
        CoverGame game = CoverGame.of(4, 3);
        for (int cell = 0; cell < 81; cell++) {
            sum += game.covered(cell / 27, cell / 9 % 3, cell / 3 % 3, cell % 3);
        }
        assertEquals(sum / 81, game.coveredAtRandom(), 1e-14);
        assertEquals(6.513, CoverGame.of(10, 10).coveredAtRandom(), 5e-4);
        assertEquals(12.83, CoverGame.of(20, 20).coveredAtRandom(), 5e-3);
    }

    @Test
    void refusesWhatIsNoGame() {
        assertThrows(IllegalArgumentException.class, () -> CoverGame.of(0, 3));
        assertThrows(IllegalArgumentException.class, () -> CoverGame.of(3, 0));
        CoverGame game = CoverGame.of(2, 2);
        for (int[] bad : List.of(new int[] {0}, new int[] {0, 2}, new int[] {-1, 0}, new int[] {0, 0, 0})) {
            assertThrows(IllegalArgumentException.class, () -> game.payoffs(bad));
        }
    }
}
