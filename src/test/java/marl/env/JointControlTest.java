package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marl.game.Games;
import marl.game.MatrixGame;
import org.junit.jupiter.api.Test;

class JointControlTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return JointControl.of(new TeamDrift());
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    @Test
    void oneHandPlaysTheSameGame() {
        TeamDrift team = new TeamDrift();
        JointControl hand = JointControl.of(team);
        assertEquals(64, hand.actions(0));
        team.reset(4);
        assertArrayEquals(team.state(), hand.reset(4)[0]);
        for (int joint = 0; joint < 64; joint++) {
            Step reference = team.step(JointAction.of(hand.split(joint)));
            Step step = hand.step(JointAction.of(joint));
            assertArrayEquals(reference.observations()[0], step.observations()[0]);
            // Two ways to sum three numbers of at most 20: a few roundings of 2e-15.
            assertEquals(TeamDrift.teamReward(reference), step.rewards()[0], 1e-14);
        }
    }

    @Test
    void theLastAgentsActionChangesFastest() {
        double[][] zero = new double[2][3];
        MatrixGame game =
                MatrixGame.bimatrix("2 x 3", new String[] {"a", "b"}, new String[] {"x", "y", "z"}, zero, zero);
        JointControl hand = JointControl.of(RepeatedGame.of(game).horizon(3));
        assertArrayEquals(new int[] {1, 2}, hand.split(5));
        assertArrayEquals(new int[] {0, 2}, hand.split(2));
        hand.reset(0);
        assertArrayEquals(new double[] {2}, hand.step(JointAction.of(2)).observations()[0]);
    }

    @Test
    void refusesTooManyHandsInOne() {
        RepeatedGame crowd = RepeatedGame.of(Games.publicGoods(10, 20, 1.6)).horizon(1);
        assertEquals(1024, JointControl.of(crowd).actions(0));
        MarkovGame wide = new Wide();
        assertThrows(IllegalArgumentException.class, () -> JointControl.of(wide));
    }

    /** Ten agents of five actions each: 9,765,625 joint actions. */
    private static final class Wide implements MarkovGame {
        @Override
        public int agents() {
            return 10;
        }

        @Override
        public Space observationSpace(int agent) {
            return new Space.Discrete(1);
        }

        @Override
        public Space actionSpace(int agent) {
            return new Space.Discrete(5);
        }

        @Override
        public double[][] reset(long seed) {
            return new double[10][1];
        }

        @Override
        public Step step(JointAction actions) {
            return new Step(new double[10][1], new double[10], false, true);
        }

        @Override
        public double[] state() {
            return new double[1];
        }

        @Override
        public MarkovGame copy() {
            return new Wide();
        }

        @Override
        public String name() {
            return "Wide";
        }
    }
}
