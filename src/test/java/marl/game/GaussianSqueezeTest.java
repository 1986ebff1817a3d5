package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianSqueezeTest {
    private static final GaussianSqueeze GAME = GaussianSqueeze.of(100, 9, 400, 200);

    @Test
    void theOptimumIsTheClosedForm() {
        assertEquals(444.949, GAME.bestSum(), 5e-4);
        assertEquals(423.0326, GAME.value(GAME.bestSum()), 5e-5);
        assertEquals(445, GAME.bestWholeSum());
        assertEquals(423.0326158771, GAME.value(445), 5e-11);
        // G' = 0 at the root, by a central difference whose error is of order 1e-6 here.
        double h = 1e-3;
        double x = GAME.bestSum();
        assertEquals(0, (GAME.value(x + h) - GAME.value(x - h)) / (2 * h), 1e-6);
        assertEquals(90, GaussianSqueeze.of(10, 9, 400, 200).bestWholeSum(), "ten agents cannot reach 445");
    }

    @Test
    void creditIsWhatItsDefinitionSays() {
        GaussianSqueeze game = GaussianSqueeze.of(3, 9, 8, 4);
        int[] joint = {5, 0, 9};
        double g = 14 * Math.exp(-36.0 / 16);
        assertArrayEquals(new double[] {g, g, g}, game.payoffs(joint), 1e-15);
        double[] local = game.credit(Credit.LOCAL).payoffs(joint);
        assertEquals(g, Arrays.stream(local).sum(), 1e-14);
        assertEquals(g * 5 / 14, local[0], 1e-14);
        double[] difference = game.credit(Credit.DIFFERENCE).payoffs(joint);
        assertEquals(g - 9 * Math.exp(-1.0 / 16), difference[0], 1e-14);
        assertEquals(0, difference[1]);
        assertEquals(g - 5 * Math.exp(-9.0 / 16), difference[2], 1e-14);
    }

    @Test
    void refusesWhatIsNoGame() {
        assertThrows(IllegalArgumentException.class, () -> GaussianSqueeze.of(0, 9, 400, 200));
        assertThrows(IllegalArgumentException.class, () -> GaussianSqueeze.of(1, 0, 400, 200));
        assertThrows(IllegalArgumentException.class, () -> GaussianSqueeze.of(1, 9, Double.NaN, 200));
        assertThrows(IllegalArgumentException.class, () -> GaussianSqueeze.of(1, 9, 400, 0));
        assertThrows(IllegalArgumentException.class, () -> GAME.payoffs(1, 2, 3));
    }
}
