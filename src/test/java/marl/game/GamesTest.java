package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GamesTest {
    @Test
    void onlyMutualDefectionIsStableInThePrisonersDilemma() {
        MatrixGame game = Games.prisonersDilemma();
        assertEquals("[(defect, defect)]", PureEquilibria.of(game).toString());
        assertEquals(1, SupportEnumeration.of(game).size());
        assertTrue(Dominance.strictly(game, 0, 1, 0));
        assertArrayEquals(new double[] {0, 5}, game.payoffs(0, 1));
    }

    @Test
    void stagHuntHasTwoPureAndOneMixedEquilibrium() {
        MatrixGame game = Games.stagHunt();
        assertEquals("[(stag, stag), (hare, hare)]", PureEquilibria.of(game).toString());
        List<MixedProfile> all = SupportEnumeration.of(game);
        assertEquals(3, all.size());
        assertTrue(all.get(2).isNear(MixedProfile.of(new double[] {.75, .25}, new double[] {.75, .25}), 1e-12));
    }

    @Test
    void halfAreHawksWhenTheCostIsTwiceThePrize() {
        List<MixedProfile> all = SupportEnumeration.of(Games.hawkDove(2, 4));
        assertEquals(3, all.size());
        assertTrue(all.get(2).isNear(MixedProfile.of(new double[] {.5, .5}, new double[] {.5, .5}), 1e-12));
        assertEquals("[(hawk, hawk)]", PureEquilibria.of(Games.hawkDove(4, 2)).toString());
    }

    @Test
    void payoffsOfTheTwoTeamGames() {
        assertArrayEquals(
                new double[][] {{11, -30, 0}, {-30, 7, 0}, {0, 6, 5}},
                Games.climbing().payoffMatrix(1));
        assertArrayEquals(
                new double[][] {{10, 0, -7}, {0, 2, 0}, {-7, 0, 10}},
                Games.penalty(-7).payoffMatrix(0));
        assertEquals(
                "[(a, a), (b, b), (c, c)]", PureEquilibria.of(Games.penalty(-7)).toString());
    }

    @Test
    void theQtranGameHasTheTableOfThePaper() {
        MatrixGame game = Games.qtran();
        assertArrayEquals(new double[][] {{8, -12, -12}, {-12, 0, 0}, {-12, 0, 0}}, game.payoffMatrix(0));
        assertEquals(Setting.COOPERATIVE, game.setting());
        assertEquals(5, PureEquilibria.of(game).size(), "the 8, and the four zeros none of which one agent can leave");
    }

    @Test
    void rowsOfThePenaltyGameTieAtMinusEight() {
        assertArrayEquals(
                new double[] {2 / 3., 2 / 3., 2 / 3.}, Games.penalty(-8).meanPayoffs(0), 1e-12);
    }

    @Test
    void bachOrStravinskyMixesTwoToOne() {
        List<MixedProfile> all = SupportEnumeration.of(Games.battleOfTheSexes());
        assertEquals(3, all.size());
        assertTrue(all.get(2)
                .isNear(MixedProfile.of(new double[] {2 / 3., 1 / 3.}, new double[] {1 / 3., 2 / 3.}), 1e-12));
    }

    @Test
    void publicGoodsOfFour() {
        MatrixGame game = Games.publicGoods(4, 20, 1.6);
        assertArrayEquals(new double[] {20, 20, 20, 20}, game.payoffs(1, 1, 1, 1), 1e-12);
        assertArrayEquals(new double[] {32, 32, 32, 32}, game.payoffs(0, 0, 0, 0), 1e-12);
        assertArrayEquals(new double[] {44, 24, 24, 24}, game.payoffs(1, 0, 0, 0), 1e-12);
        assertArrayEquals(new double[] {8, 28, 28, 28}, game.payoffs(0, 1, 1, 1), 1e-12);
        assertEquals("[(keep, keep, keep, keep)]", PureEquilibria.of(game).toString());
        assertTrue(Dominance.strictly(game, 2, 1, 0));
        assertEquals(Setting.MIXED, game.setting());
    }

    @Test
    void contributingDominatesOnceTheFactorExceedsThePlayers() {
        MatrixGame game = Games.publicGoods(3, 20, 3.5);
        assertTrue(Dominance.strictly(game, 0, 0, 1));
        assertEquals(
                "[(contribute, contribute, contribute)]",
                PureEquilibria.of(game).toString());
    }

    @Test
    void senselessParametersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Games.hawkDove(0, 4));
        assertThrows(IllegalArgumentException.class, () -> Games.hawkDove(2, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Games.penalty(1));
        assertThrows(IllegalArgumentException.class, () -> Games.publicGoods(1, 20, 1.6));
        assertThrows(IllegalArgumentException.class, () -> Games.publicGoods(4, 20, -1));
    }
}
