package marl.solve;

import marl.env.MarkovGame;
import marl.env.MarkovGameContract;

class FiniteTeamGameTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return FiniteDecPomdp.of(
                        3,
                        new double[] {0.5, 0.5},
                        new int[][] {{0, 1}, {0, 0}},
                        new int[] {2, 3},
                        (state, joint) -> state + joint[0] * joint[1],
                        (state, joint) -> new double[] {0.3, 0.7})
                .game("a coin");
    }

    @Override
    protected boolean stochastic() {
        return true;
    }
}
