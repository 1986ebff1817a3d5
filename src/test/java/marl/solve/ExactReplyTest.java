package marl.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marl.env.MemoryOnePartner;
import marl.game.Games;
import marl.game.MatrixGame;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ExactReplyTest {
    private static final MatrixGame PD = Games.prisonersDilemma();
    private static final MemoryOnePartner TFT = MemoryOnePartner.titForTat();
    // Values are below 5 / (1 - gamma) <= 500; a linear solver of six unknowns keeps 1e-11 of that.
    private static final double ROUNDING = 1e-8;

    /** The three courses of play against tit-for-tat, as geometric series (Axelrod 1984, appendix B, proposition 2). */
    @Property(tries = 300)
    void theReplyToTitForTatIsTheBestOfThreeCourses(@ForAll @DoubleRange(min = 0.01, max = 0.99) double g) {
        double cooperate = 3 / (1 - g);
        double defect = 5 + g / (1 - g);
        double alternate = 5 / (1 - g * g);
        ExactReply reply = ExactReply.to(PD, 0, TFT, g);
        assertEquals(Math.max(cooperate, Math.max(defect, alternate)), reply.value(), ROUNDING);
        int[] play = reply.play(6);
        if (g < 0.249) {
            assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1}, play);
        } else if (g > 0.251 && g < 0.666) {
            assertArrayEquals(new int[] {1, 0, 1, 0, 1, 0}, play);
        } else if (g > 0.667) {
            assertArrayEquals(new int[] {0, 0, 0, 0, 0, 0}, play);
        }
    }

    @Test
    void thresholdsAreOneQuarterAndTwoThirds() {
        assertEquals(30, ExactReply.to(PD, 0, TFT, 0.9).value(), ROUNDING);
        assertEquals(5 / (1 - 0.25), ExactReply.to(PD, 0, TFT, 0.5).value(), ROUNDING);
        // At the thresholds both courses are best, and both must be listed at the start.
        assertArrayEquals(
                new int[] {0, 1}, ExactReply.to(PD, 0, TFT, 2 / 3.0).solution().best(4));
        assertArrayEquals(
                new int[] {0, 1}, ExactReply.to(PD, 0, TFT, 0.25).solution().best(2), "after own D, other C");
    }

    @Test
    void bothSeatsReplyAlikeInASymmetricGame() {
        for (MemoryOnePartner partner : new MemoryOnePartner[] {
            TFT,
            MemoryOnePartner.grim(),
            MemoryOnePartner.winStayLoseShift(),
            MemoryOnePartner.of(0.9, 0.2, 0.6, 0.1, 0.5)
        }) {
            assertArrayEquals(
                    ExactReply.to(PD, 0, partner, 0.9).solution().values(),
                    ExactReply.to(PD, 1, partner, 0.9).solution().values(),
                    ROUNDING);
        }
    }

    @Test
    void knownRepliesToOtherPartners() {
        // Grim sustains cooperation from gamma = 1/2 on: 3 / (1 - g) against 5 + g / (1 - g).
        assertArrayEquals(
                new int[] {0, 0, 0},
                ExactReply.to(PD, 0, MemoryOnePartner.grim(), 0.51).play(3));
        assertArrayEquals(
                new int[] {1, 1, 1},
                ExactReply.to(PD, 0, MemoryOnePartner.grim(), 0.49).play(3));
        assertEquals(
                50,
                ExactReply.to(PD, 0, MemoryOnePartner.alwaysCooperate(), 0.9).value(),
                ROUNDING);
        assertEquals(
                10, ExactReply.to(PD, 0, MemoryOnePartner.alwaysDefect(), 0.9).value(), ROUNDING);
        // A coin: each round 2.5 for cooperation's 1.5, whatever happened.
        assertEquals(30, ExactReply.to(PD, 0, MemoryOnePartner.random(0.5), 0.9).value(), ROUNDING);
    }

    /** Exact values per step at gamma 0.96 (Axelrod's payoffs): always defect earns 1.16 from tit-for-tat. */
    @Test
    void fixedRepliesHaveTheirKnownValues() {
        FiniteMdp tft = ExactReply.process(PD, 0, TFT);
        double perStep = 1 - 0.96;
        assertEquals(1.16, perStep * PolicyEvaluation.exact(tft, new int[] {1, 1, 1, 1, 1}, 0.96)[4], 1e-12);
        assertEquals(3, perStep * PolicyEvaluation.exact(tft, new int[] {0, 1, 0, 1, 0}, 0.96)[4], 1e-12);
        FiniteMdp defector = ExactReply.process(PD, 0, MemoryOnePartner.alwaysDefect());
        assertEquals(0.96, perStep * PolicyEvaluation.exact(defector, new int[] {0, 1, 0, 1, 0}, 0.96)[4], 1e-12);
        // Win-stay, lose-shift loses every other round: 0 and 1 in turn, 0.96 / 1.96 per step.
        assertEquals(
                0.96 / 1.96, perStep * PolicyEvaluation.exact(defector, new int[] {0, 1, 1, 0, 0}, 0.96)[4], 1e-12);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> ExactReply.to(Games.rockPaperScissors(), 0, TFT, 0.9));
        assertThrows(IllegalArgumentException.class, () -> ExactReply.to(Games.publicGoods(3, 20, 1.6), 0, TFT, 0.9));
        assertThrows(IllegalArgumentException.class, () -> ExactReply.to(PD, 2, TFT, 0.9));
        assertThrows(IllegalArgumentException.class, () -> ExactReply.to(PD, 0, TFT, 1));
        ExactReply coin = ExactReply.to(PD, 0, MemoryOnePartner.random(0.5), 0.9);
        assertThrows(IllegalStateException.class, () -> coin.play(2));
    }
}
