package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IteratedEliminationTest {
    private final MatrixGame chain = MatrixGame.bimatrix(
            "chain",
            new String[] {"up", "down"},
            new String[] {"left", "middle", "right"},
            new double[][] {{1, 1, 0}, {0, 0, 2}},
            new double[][] {{0, 2, 1}, {3, 1, 0}});

    @Test
    void oneStepOpensTheNext() {
        // Gibbons, "Game Theory for Applied Economists" (1992), section 1.1.B.
        IteratedElimination result = IteratedElimination.strict(chain);
        assertEquals("""
                1. player 1: right is strictly dominated by middle
                2. player 0: down is strictly dominated by up
                3. player 1: left is strictly dominated by middle
                what is left: chain (row player's payoff, column player's payoff)
                    middle
                up    1, 2""", result.toString());
        assertTrue(result.solved());
        assertEquals(List.of(List.of(0), List.of(1)), result.remaining());
    }

    @Test
    void stepsKeepTheIndicesOfTheStart() {
        IteratedElimination result = IteratedElimination.strict(chain);
        assertEquals(
                List.of(2, 1, 0),
                result.steps().stream().map(Domination::action).toList());
        assertEquals(List.of(0., 1., 0.), result.steps().get(2).by());
    }

    @Test
    void oneCellLeftStillShowsBothPayoffs() {
        String text = IteratedElimination.strict(Games.prisonersDilemma()).toString();
        assertTrue(text.endsWith("defect    1, 1"), text);
    }

    @Test
    void nothingToDoInRockPaperScissors() {
        IteratedElimination result = IteratedElimination.strict(Games.rockPaperScissors());
        assertTrue(result.steps().isEmpty());
        assertFalse(result.solved());
        assertTrue(result.toString().startsWith("nothing is dominated"));
    }

    @Test
    void everybodyKeepsInPublicGoods() {
        IteratedElimination result = IteratedElimination.strict(Games.publicGoods(4, 20, 1.6));
        assertEquals(4, result.steps().size());
        assertEquals(List.of(List.of(1), List.of(1), List.of(1), List.of(1)), result.remaining());
    }

    @Test
    void weakEliminationCanLoseAnEquilibrium() {
        String[] names = {"a", "b"};
        MatrixGame game = MatrixGame.team("tie", names, names, new double[][] {{1, 0}, {0, 0}});
        assertEquals(2, PureEquilibria.of(game).size());
        assertTrue(IteratedElimination.strict(game).steps().isEmpty());
        assertEquals(
                List.of(List.of(0), List.of(0)), IteratedElimination.weak(game).remaining());
    }

    @Property(tries = 300)
    void strictEliminationKeepsExactlyThePureEquilibria(@ForAll("games") MatrixGame game) {
        IteratedElimination result = IteratedElimination.strict(game);
        assertEquals(names(PureEquilibria.of(game)), names(PureEquilibria.of(result.reduced())));
    }

    @Property(tries = 200)
    void strictEliminationKeepsTheNumberOfEquilibria(@ForAll("bimatrix") MatrixGame game) {
        MatrixGame reduced = IteratedElimination.strict(game).reduced();
        assertEquals(
                SupportEnumeration.of(game).size(),
                SupportEnumeration.of(reduced).size());
    }

    private static List<List<String>> names(List<ActionProfile> profiles) {
        return profiles.stream().map(ActionProfile::names).collect(Collectors.toList());
    }

    @Provide
    Arbitrary<MatrixGame> games() {
        return RandomGames.ofManyPlayers(5);
    }

    @Provide
    Arbitrary<MatrixGame> bimatrix() {
        return RandomGames.bimatrix(4, 5);
    }
}
