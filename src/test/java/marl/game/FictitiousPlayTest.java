package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FictitiousPlayTest {
    private final MatrixGame rps = Games.rockPaperScissors();

    @Test
    void averagesOfRockPaperScissorsApproachTheEquilibrium() {
        FictitiousPlay play = new FictitiousPlay(rps, 0, 0);
        // Fractions with denominator T, so the only error is in turning them into doubles.
        assertEquals(.4, NashConv.of(rps, play.playTo(10).average()), 1e-12);
        assertEquals(.14, NashConv.of(rps, play.playTo(100).average()), 1e-12);
        assertEquals(.042, NashConv.of(rps, play.playTo(1000).average()), 1e-12);
        assertEquals(.0134, NashConv.of(rps, play.playTo(10_000).average()), 1e-12);
        assertEquals(.00422, NashConv.of(rps, play.playTo(100_000).average()), 1e-12);
    }

    @Test
    void theFirstMovesByHand() {
        FictitiousPlay play = new FictitiousPlay(rps, 0, 0);
        assertArrayEquals(new int[] {1, 1}, play.playTo(2).last());
        // Against one rock and one paper: rock -1, paper 1, scissors 0.
        assertArrayEquals(new int[] {1, 1}, play.playTo(3).last());
        assertArrayEquals(new long[] {1, 2, 0}, play.counts(0));
        assertEquals(3, play.rounds());
    }

    @Test
    void playersOfAsymmetricGamesUseTheirOwnPayoffs() {
        FictitiousPlay play = new FictitiousPlay(Games.matchingPennies(), 0, 0);
        assertArrayEquals(new int[] {0, 1}, play.playTo(2).last());
    }

    @Test
    void refusesToGoBackAndWhatIsNoStart() {
        FictitiousPlay play = new FictitiousPlay(rps, 0, 0).playTo(5);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> play.playTo(4))
                .getMessage()
                .contains("anew"));
        assertThrows(IllegalArgumentException.class, () -> new FictitiousPlay(rps, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> new FictitiousPlay(Games.publicGoods(3, 1, 2), 0, 0));
    }
}
