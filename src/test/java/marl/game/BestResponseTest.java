package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BestResponseTest {
    private final MatrixGame rps = Games.rockPaperScissors();

    @Test
    void paperBeatsRock() {
        BestResponse best = BestResponse.against(rps, 0, new double[] {1, 0, 0});
        assertEquals("[paper] paying 1", best.toString());
        assertEquals(List.of(1), best.actions());
        assertEquals(
                List.of("paper"),
                BestResponse.against(rps, 1, new double[] {1, 0, 0}).names());
    }

    @Test
    void everythingTiesAgainstTheUniformStrategy() {
        // 1/3 is not exact in binary: without a tolerance only some actions would be best.
        assertEquals(
                List.of(0, 1, 2),
                BestResponse.against(rps, 0, MixedStrategy.uniform(3)).actions());
    }

    @Test
    void playersOfAsymmetricGamesFaceTheirOwnTable() {
        MatrixGame game = Games.matchingPennies();
        assertEquals(
                List.of("heads"),
                BestResponse.against(game, 0, new double[] {1, 0}).names());
        assertEquals(
                List.of("tails"),
                BestResponse.against(game, 1, new double[] {1, 0}).names());
    }

    @Test
    void aWiderToleranceLetsNearlyBestActionsIn() {
        double[] mostlyRock = {.4, .3, .3};
        assertEquals(
                1, BestResponse.of(rps, 0, mostlyRock, mostlyRock).actions().size());
        assertEquals(
                2,
                BestResponse.within(.15, rps, 0, mostlyRock, mostlyRock)
                        .actions()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> BestResponse.within(-1, rps, 0, mostlyRock, mostlyRock));
    }

    @Test
    void onlyTwoPlayerGamesHaveOneOpponent() {
        MatrixGame goods = Games.publicGoods(3, 20, 1.6);
        assertThrows(IllegalArgumentException.class, () -> BestResponse.against(goods, 0, new double[] {1, 0}));
    }

    @Property(tries = 200)
    void noMixtureOnAGridEarnsMore(@ForAll("games") MatrixGame game, @ForAll long seed) {
        double[][] mixed = RandomGames.profile(game, seed);
        for (int player = 0; player < game.players(); player++) {
            BestResponse best = BestResponse.of(game, player, mixed);
            double[][] tried = mixed.clone();
            double top = Double.NEGATIVE_INFINITY;
            for (double[] grid : Grid.of(game.actions(player), 6)) {
                tried[player] = grid;
                top = Math.max(top, game.expectedPayoff(player, tried));
            }
            // The grid holds the pure strategies, so the two agree up to rounding.
            assertEquals(top, best.payoff(), 1e-12);
            for (int action : best.actions()) {
                tried[player] = MixedStrategy.pure(game.actions(player), action);
                assertTrue(game.expectedPayoff(player, tried) >= top - game.tolerance() - 1e-12);
            }
        }
    }

    @Provide
    Arbitrary<MatrixGame> games() {
        return RandomGames.ofManyPlayers(9);
    }
}
