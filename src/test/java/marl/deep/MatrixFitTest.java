package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.agent.JointTransition;
import marl.agent.Schedule;
import marl.env.StatelessGame;
import marl.game.MatrixGame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each mixer makes of the matrix of Son et al. 2019, 8 in a corner behind walls of -12, from all nine joint actions in
 * equal numbers: a batch holds each once, so the best fits are known exactly and only the optimiser's last steps are off.
 */
class MatrixFitTest {
    private static final double[][] PAYS = {{8, -12, -12}, {-12, 0, 0}, {-12, 0, 0}};
    private static final String[] NAMES = {"a", "b", "c"};
    private static final StatelessGame GAME = StatelessGame.of(MatrixGame.team("walls", NAMES, NAMES, PAYS));
    private static final double[][] SEEN = {{-1, -1}, {-1, -1}};
    private static final double[] STATE = {-1, -1};
    private static final boolean[][] LEGAL = {{true, true, true}, {true, true, true}};
    private static final MixerSettings MIXER = MixerSettings.paper(32);

    private static TeamQLearner fitted(TeamQSettings.Builder builder, boolean sharing, long seed) {
        TeamQLearner team = builder.hidden(64)
                .adam(1e-3)
                .gamma(0.99)
                .epsilon(1)
                .transitions(9, 9, 9)
                .sharing(sharing)
                .seed(seed)
                .build();
        for (int update = 0; update < 2_000; update++) {
            for (int joint = 0; joint < 9; joint++) {
                int[] actions = {joint / 3, joint % 3};
                double reward = PAYS[actions[0]][actions[1]];
                team.learn(new JointTransition(STATE, SEEN, LEGAL, actions, reward, STATE, SEEN, LEGAL, true, false));
            }
        }
        return team;
    }

    private static void check(TeamQLearner team, double[][] expected, double pays, double tolerance, String about) {
        double[][] values = team.jointValues(SEEN, STATE);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertEquals(expected[a][b], values[a][b], tolerance, about + ", joint action " + a + " " + b);
            }
        }
        assertEquals(pays, TeamLoop.play(team.greedy(), GAME, 1), about);
    }

    private static double[][] corner(double corner, double walls, double block) {
        return new double[][] {{corner, walls, walls}, {walls, block, block}, {walls, block, block}};
    }

    /** Least squares over sums: row mean plus column mean minus the mean of all. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void vdnHasTheBestSum(boolean sharing) {
        for (long seed = 0; seed < 3; seed++) {
            TeamQLearner team = fitted(TeamQLearner.of(GAME), sharing, seed);
            check(team, corner(-56 / 9.0, -44 / 9.0, -32 / 9.0), 0, 0.05, "seed " + seed);
        }
    }

    /**
     * The fit that gradients find takes the walls for the corner: (8 - 4 * 12) / 5 = -8 there and 0 in the block, with a sum
     * of squares of 320. (A better one, 288, has 8 in the corner and -6 elsewhere; with 8 hidden units 2 starts of 60 find it, with 32 none.)
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void qmixGivesTheCornerUp(boolean sharing) {
        for (long seed = 0; seed < 6; seed++) {
            TeamQLearner team = fitted(TeamQLearner.of(GAME).qmix(MIXER), sharing, seed);
            check(team, corner(-8, -8, 0), 0, 0.15, "seed " + seed);
        }
    }

    /**
     * With weight 0.1 above the target the best fit has 8 in the corner and one number elsewhere, where four errors up count
     * 1 and four down 0.1: -12 * 0.1 / 1.1. By the central rule all those count 0.1: the mean, -6.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void weightedQmixFindsTheCorner(boolean sharing) {
        for (long seed = 0; seed < 3; seed++) {
            TeamQLearner optimistic = fitted(TeamQLearner.of(GAME).qmix(MIXER).optimistic(0.1), sharing, seed);
            check(optimistic, corner(8, -1.2 / 1.1, -1.2 / 1.1), 8, 0.3, "optimistic, seed " + seed);
            TeamQLearner central = fitted(TeamQLearner.of(GAME).qmix(MIXER).central(0.1), sharing, seed);
            check(central, corner(8, -6, -6), 8, 0.3, "central, seed " + seed);
        }
    }

    @Test
    void aFreeMixerHasItAllWhateverItsAgentsDo() {
        TeamQLearner team = fitted(TeamQLearner.of(GAME).free(), true, 1);
        double[][] values = team.jointValues(SEEN, STATE);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertEquals(PAYS[a][b], values[a][b], 0.3);
            }
        }
    }

    /**
     * Acting on what they learn, both weighted kinds find 8 (30 of 30 seeds in a longer trial) while the rest looks bad;
     * QMIX rarely does (5 of 30). Published runs have 8.00 with about -11 elsewhere, and -11.92 with 0.
     */
    @Test
    void onTheirOwnDataTheWeightedOnesFindEightAndQmixSeldom() {
        int found = 0;
        for (long seed = 0; seed < 8; seed++) {
            found += ownData(TeamQLearner.of(GAME).qmix(MIXER), seed) == 8 ? 1 : 0;
        }
        assertTrue(found < 4, "QMIX found 8 in " + found + " of 8");
        for (long seed = 0; seed < 3; seed++) {
            assertEquals(8, ownData(TeamQLearner.of(GAME).qmix(MIXER).optimistic(0.1), seed), "seed " + seed);
            assertEquals(8, ownData(TeamQLearner.of(GAME).qmix(MIXER).central(0.1), seed), "seed " + seed);
        }
    }

    private static double ownData(TeamQSettings.Builder builder, long seed) {
        TeamQLearner team = builder.hidden(64)
                .adam(1e-3)
                .gamma(0.99)
                .epsilon(Schedule.linear(1, 0.05, 1_000))
                .episodes(500, 32)
                .targetEvery(100)
                .seed(seed)
                .build();
        TeamLoop.train(team, GAME.copy(), 2_000, seed);
        double pays = TeamLoop.play(team.greedy(), GAME, 1);
        int best = pays == 8 ? 0 : 1;
        assertEquals(pays, team.jointValues(SEEN, STATE)[best][best], 0.5, "what it pays is what it expects");
        return pays;
    }
}
