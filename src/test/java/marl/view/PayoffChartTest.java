package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import marl.game.Games;
import marl.game.MatrixGame;
import marl.game.PureEquilibria;
import org.junit.jupiter.api.Test;

class PayoffChartTest {
    @Test
    void theTwinMarksBestResponses() {
        Figure figure = Charts.payoffs(Games.prisonersDilemma()).alt("Mutual defection is framed.");
        assertEquals("""
                Prisoner's dilemma: payoffs of row player, column player; * marks a best response, two of them a pure equilibrium
                           cooperate  defect
                cooperate       3, 3   0, 5*
                defect         5*, 0  1*, 1*""", figure.textTwin());
    }

    @Test
    void twoStarsMeanAPureEquilibrium() {
        List<MatrixGame> games = List.of(
                Games.stagHunt(),
                Games.hawkDove(2, 4),
                Games.matchingPennies(),
                Games.rockWin2(),
                Games.climbing(),
                Games.penalty(-8),
                Games.battleOfTheSexes());
        Pattern framed = Pattern.compile("\\d\\*, [^ ]*\\*");
        for (MatrixGame game : games) {
            String twin = Charts.payoffs(game).alt("A table.").textTwin();
            assertEquals(
                    PureEquilibria.of(game).size(),
                    framed.matcher(twin).results().count(),
                    twin);
        }
    }

    @Test
    void playersCanBeNamed() {
        Figure figure = Charts.payoffs(Games.stagHunt())
                .title("Hunt")
                .yLabel("Ann")
                .xLabel("Bob")
                .alt("A table.");
        assertTrue(figure.textTwin().startsWith("Hunt: payoffs of Ann, Bob;"));
        assertEquals("Hunt", figure.title());
    }

    @Test
    void equilibriaAreFramed() {
        // The frame is 3 CSS pixels of ink around one cell; matching pennies has no equilibrium, coordination two.
        long none = Pixels.count(
                Charts.payoffs(Games.matchingPennies()).alt("No frame.").image(), Canvas.INK);
        long two = Pixels.count(
                Charts.payoffs(Games.coordination()).alt("Two frames.").image(), Canvas.INK);
        assertTrue(two > none + 5000, none + " and " + two);
    }

    @Test
    void onlyTwoPlayersFitATable() {
        Refused.argument("two players", () -> Charts.payoffs(Games.publicGoods(3, 20, 1.6)));
    }
}
