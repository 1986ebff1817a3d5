package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two-step game of Rashid et al. 2018, section 5, over five seeds, at the paper's setting: 5,000 random episodes, the
 * last 500 kept, batches of 32, RMSProp 5e-4, targets renewed every 100 episodes, 64 units. A reference in Python with
 * these settings agrees within the tolerances given.
 */
class TwoStepTest {
    private static final int SEEDS = 5;

    private static TeamQSettings.Builder paper(TeamQSettings.Builder builder, boolean sharing) {
        return builder.hidden(64)
                .rmsProp(5e-4, 0.99, 1e-8)
                .gamma(0.99)
                .epsilon(1)
                .episodes(500, 32)
                .targetEvery(100)
                .sharing(sharing);
    }

    private static List<TeamQLearner> trained(TeamQSettings.Builder builder) {
        List<TeamQLearner> teams = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            TeamQLearner team = builder.seed(seed).build();
            TeamLoop.train(team, new TwoStepStandIn(), 5_000, seed);
            teams.add(team);
        }
        return teams;
    }

    /** The mean over teams of their value of each joint action. */
    private static double[][] table(List<TeamQLearner> teams, int place) {
        double[][] mean = new double[2][2];
        for (TeamQLearner team : teams) {
            double[][] values = team.jointValues(TwoStepStandIn.seen(place), TwoStepStandIn.state(place));
            for (int a = 0; a < 2; a++) {
                for (int b = 0; b < 2; b++) {
                    mean[a][b] += values[a][b] / teams.size();
                }
            }
        }
        return mean;
    }

    private static void same(double[][] expected, double[][] actual, double tolerance) {
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                assertEquals(expected[a][b], actual[a][b], tolerance, "joint action " + a + " " + b);
            }
        }
    }

    /** The table is monotone with increasing differences, so QMIX's mixer has it exactly: 0.1 for the moving target. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void qmixLearnsTheTableAndGoesRight(boolean sharing) {
        List<TeamQLearner> teams =
                trained(paper(TeamQLearner.of(new TwoStepStandIn()).qmix(MixerSettings.paper(8)), sharing));
        for (TeamQLearner team : teams) {
            assertEquals(8, TeamLoop.play(team.greedy(), new TwoStepStandIn(), 1));
            assertEquals(5_000 - 31, team.updates());
        }
        double left = 0.99 * 7;
        double right = 0.99 * 8;
        same(new double[][] {{left, left}, {right, right}}, table(teams, 0), 0.1);
        same(new double[][] {{7, 7}, {7, 7}}, table(teams, 1), 0.1);
        same(TwoStepStandIn.PAYS, table(teams, 2), 0.1);
    }

    /**
     * The best sum for [[0, 1], [1, 8]] is [[-1.5, 2.5], [2.5, 6.5]], so going right looks worth 0.99 * 6.5 = 6.435, less
     * than the left's 6.93: 0.5 for the noise of what was drawn lately.
     */
    @Test
    void vdnHasTheBestSumAndGoesLeft() {
        List<TeamQLearner> teams = trained(paper(TeamQLearner.of(new TwoStepStandIn()), true));
        for (TeamQLearner team : teams) {
            assertEquals(7, TeamLoop.play(team.greedy(), new TwoStepStandIn(), 1));
        }
        double left = 0.99 * 7;
        double right = 0.99 * 6.5;
        same(new double[][] {{left, left}, {right, right}}, table(teams, 0), 0.3);
        same(new double[][] {{7, 7}, {7, 7}}, table(teams, 1), 0.1);
        same(new double[][] {{-1.5, 2.5}, {2.5, 6.5}}, table(teams, 2), 0.5);
    }
}
