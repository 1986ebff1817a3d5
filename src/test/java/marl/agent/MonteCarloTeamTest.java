package marl.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marl.env.ObservationIndex;
import org.junit.jupiter.api.Test;

class MonteCarloTeamTest {
    private static final boolean[][] FREE = {{true, true}, {true, true}};
    private static final boolean[][] FIRST_IS_BOUND = {{true, false}, {true, true}};

    private static JointTransition step(double[] seen, boolean[][] legal, int[] actions, double reward, boolean last) {
        double[][] each = {{seen[0]}, {seen[1]}};
        return new JointTransition(new double[0], each, legal, actions, reward, new double[0], each, FREE, last, false);
    }

    private static double[] sees(double... observations) {
        return observations;
    }

    @Test
    void everyVisitMovesToWhatWasPaidFromThereOn() {
        MonteCarloTeam team = MonteCarloTeam.of(ObservationIndex.discrete(2), 2, 2, Schedule.constant(0));
        team.learn(step(sees(0, 1), FREE, new int[] {0, 1}, 1, false));
        assertEquals(0, team.table().get(0, 0), "nothing is learned before the end");
        team.learn(step(sees(0, 1), FIRST_IS_BOUND, new int[] {0, 1}, 2, true));
        assertEquals(3, team.table().get(0, 0), 1e-15, "the second step was no decision of agent 0");
        assertEquals(2.5, team.table().get(1, 1), 1e-15, "the mean of 3 and 2");
        assertEquals(2, team.visits().get(1, 1));
        team.learn(step(sees(0, 0), FREE, new int[] {0, 0}, 0, true));
        assertEquals(1, team.table().get(0, 0), 1e-15, "both feed one table: the mean of 3, 0 and 0");
    }

    @Test
    void aConstantStepForgets() {
        MonteCarloTeam team = MonteCarloTeam.of(ObservationIndex.single(), 2, 2, Schedule.constant(0))
                .alpha(0.5);
        team.learn(step(sees(0, 0), FREE, new int[] {0, 1}, 4, true));
        team.learn(step(sees(0, 0), FREE, new int[] {0, 1}, 0, true));
        assertEquals(1, team.table().get(0, 0), 1e-15);
    }

    @Test
    void wrongSettingsAndOtherTeamsAreRefused() {
        ObservationIndex one = ObservationIndex.single();
        Schedule none = Schedule.constant(0);
        assertThrows(IllegalArgumentException.class, () -> MonteCarloTeam.of(one, 2, 0, none));
        MonteCarloTeam team = MonteCarloTeam.of(one, 2, 3, none);
        assertThrows(IllegalArgumentException.class, () -> team.alpha(0));
        assertThrows(
                IllegalArgumentException.class, () -> team.learn(step(sees(0, 0), FREE, new int[] {0, 0}, 0, true)));
    }
}
