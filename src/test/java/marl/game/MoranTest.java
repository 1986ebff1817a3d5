package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import org.junit.jupiter.api.Test;

class MoranTest {

    @Test
    void constantFitnessFollowsTheClosedForm() {
        assertEquals(
                (1 - 1 / 2.0) / (1 - Math.pow(2, -10)), Moran.constant(10, 2).fixation(1), 1e-12);
        assertEquals(0.1, Moran.constant(10, 1).fixation(1), 1e-12);
        double r = 0.7;
        assertEquals((1 - 1 / r) / (1 - Math.pow(r, -8)), Moran.constant(8, r).fixation(1), 1e-12);
        assertEquals(1, Moran.constant(8, r).fixation(8), 1e-12);
        assertEquals(0, Moran.constant(8, r).fixation(0), 1e-12);
    }

    /** 20,000 runs have a standard error below .0036; four of them are allowed. */
    @Test
    void simulatedMutantsTakeOverAsOftenAsTheFormulaSays() {
        Moran hawks = Moran.game(6, new double[][] {{-1, 2}, {0, 1}}, 0.3);
        for (Moran moran : new Moran[] {Moran.constant(10, 2), Moran.constant(5, 0.6), hawks}) {
            Rng rng = Rng.of(3);
            int won = 0;
            for (int run = 0; run < 20_000; run++) {
                won += moran.takesOver(1, rng) ? 1 : 0;
            }
            assertEquals(moran.fixation(1), won / 20_000.0, 0.0145, moran.toString());
        }
    }

    @Test
    void neutralTypesTakeOverByTheirShare() {
        Moran neutral = Moran.game(7, new double[][] {{3, 3}, {3, 3}}, 0.5);
        for (int k = 0; k <= 7; k++) {
            assertEquals(k / 7.0, neutral.fixation(k), 1e-12);
        }
    }

    @Test
    void defectorsInvadeCooperatorsMoreEasilyThanTheOtherWayRound() {
        double[][] defector = {{1, 5}, {0, 3}};
        double[][] cooperator = {{3, 0}, {5, 1}};
        assertTrue(Moran.game(10, defector, 0.5).fixation(1) > 0.1);
        assertTrue(Moran.game(10, cooperator, 0.5).fixation(1) < 0.1);
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Moran.constant(1, 2));
        assertThrows(IllegalArgumentException.class, () -> Moran.constant(5, 0));
        assertThrows(IllegalArgumentException.class, () -> Moran.constant(5, 1).fixation(6));
        assertThrows(IllegalArgumentException.class, () -> Moran.game(5, new double[][] {{1, -9}, {0, 1}}, 1));
        assertThrows(IllegalArgumentException.class, () -> Moran.game(5, new double[][] {{1, 2, 3}}, 1));
    }
}
