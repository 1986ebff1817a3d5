package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NashConvTest {
    private final MatrixGame rps = Games.rockPaperScissors();

    @Test
    void rockAgainstRock() {
        double[] rock = {1, 0, 0};
        assertEquals(2, NashConv.of(rps, rock, rock));
        assertEquals(1, NashConv.exploitability(rps, rock, rock));
        assertArrayEquals(new double[] {1, 1}, NashConv.incentives(rps, rock, rock));
    }

    @Test
    void zeroAtKnownEquilibria() {
        double[] uniform = MixedStrategy.uniform(3);
        // Sums of three products with rounded thirds.
        assertEquals(0, NashConv.of(rps, uniform, uniform), 1e-15);
        assertEquals(0, NashConv.of(Games.rockWin2(), MixedProfile.of(new double[] {.25, .5, .25}, new double[] {
            .25, .5, .25
        })));
        assertEquals(0, NashConv.of(Games.prisonersDilemma(), new double[] {0, 1}, new double[] {0, 1}));
    }

    @Test
    void oneSidedIncentiveIsNotSharedOut() {
        // Heads against heads: only the column player wants to move, and gains 2.
        double[] heads = {1, 0};
        assertArrayEquals(new double[] {0, 2}, NashConv.incentives(Games.matchingPennies(), heads, heads));
    }

    @Test
    void exploitabilityDividesByAllPlayers() {
        MatrixGame goods = Games.publicGoods(4, 20, 1.6);
        double[] give = {1, 0};
        // A lone free rider gets 44 instead of 32.
        assertEquals(48, NashConv.of(goods, give, give, give, give), 1e-12);
        assertEquals(12, NashConv.exploitability(goods, give, give, give, give), 1e-12);
    }

    @Property(tries = 200)
    void equalsTheGainsOfTheBestPureDeviations(@ForAll("games") MatrixGame game, @ForAll long seed) {
        double[][] mixed = RandomGames.profile(game, seed);
        double sum = 0;
        for (int p = 0; p < game.players(); p++) {
            double best = Double.NEGATIVE_INFINITY;
            double[][] changed = mixed.clone();
            for (int a = 0; a < game.actions(p); a++) {
                changed[p] = MixedStrategy.pure(game.actions(p), a);
                best = Math.max(best, game.expectedPayoff(p, changed));
            }
            sum += best - game.expectedPayoff(p, mixed);
        }
        // Payoffs of size up to 9, at most four players: rounding only.
        assertEquals(sum, NashConv.of(game, mixed), 1e-12);
    }

    @Test
    void refusesWhatIsNoProfile() {
        assertThrows(IllegalArgumentException.class, () -> NashConv.of(rps, new double[] {1, 0, 0}));
        assertThrows(IllegalArgumentException.class, () -> NashConv.of(rps, new double[] {1, 0}, new double[] {1, 0}));
        assertThrows(
                IllegalArgumentException.class, () -> NashConv.of(rps, new double[] {1, 1, 0}, new double[] {1, 0, 0}));
    }

    @Provide
    Arbitrary<MatrixGame> games() {
        return RandomGames.ofManyPlayers(9);
    }
}
