package marl.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.agent.Policy;
import marl.agent.Schedule;
import marl.random.Rng;
import marl.train.Evaluation;
import marl.train.TeamTraining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Teams with a memory: on a game that cannot be played well without one, and when they forget. */
class RecurrentTeamTest {
    private static final boolean[] BOTH = {true, true};

    private static TeamQSettings.Builder small(CueGame game, long seed) {
        return TeamQLearner.of(game)
                .hidden(16)
                .memory(16)
                .lastAction(true)
                .adam(5e-3)
                .gamma(1)
                .epsilon(Schedule.linear(1, 0.05, 300))
                .episodes(500, 16)
                .targetEvery(20)
                .seed(seed);
    }

    private static double value(TeamQLearner team, CueGame game, int episodes, long seed) {
        TeamTraining.of(game, team).episodes(episodes).seed(seed).run();
        return Evaluation.of(game, team).episodes(200).seed(99).run().teamMean();
    }

    /** The optimum is exactly 1, reached where each agent is right after every cue. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void withAMemoryTheTeamReachesTheOptimumAndWithoutItStaysAtChance(long seed) {
        CueGame game = new CueGame(2, 4);
        assertEquals(1, value(small(game, seed).build(), game, 900, seed), "VDN");
        assertEquals(1, value(small(game, seed).qmix(MixerSettings.paper(8)).build(), game, 900, seed), "QMIX");
        double without = value(small(game, seed).memory(0).lastAction(false).build(), game, 900, seed);
        // The mean of two coins of +-1 has a standard deviation of .71; of 200 episodes .05; five of these.
        assertEquals(0, without, 0.25, "without a memory");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNetworkEachLearnsAsWell(boolean lastAction) {
        CueGame game = new CueGame(2, 3);
        TeamQLearner team = small(game, 2)
                .sharing(false)
                .lastAction(lastAction)
                .doubleQ(false)
                .build();
        assertEquals(1, value(team, game, 900, 2));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        double[][] values = new double[2][];
        for (int run = 0; run < 2; run++) {
            TeamQLearner team = small(new CueGame(2, 3), 4).build();
            TeamTraining.of(new CueGame(2, 3), team).episodes(60).seed(4).run();
            values[run] = team.values(1, new double[] {0, 1});
        }
        assertArrayEquals(values[0], values[1]);
    }

    /** Two different pasts, then the same: what is done afterwards is the same, if the past is forgotten at the start. */
    @Test
    void actorsAndPoliciesForgetAtTheStartOfAnEpisodeAndOnlyThere() {
        TeamQLearner team = small(new CueGame(2, 3), 4).epsilon(0).build();
        TeamTraining.of(new CueGame(2, 3), team).episodes(400).seed(4).run();
        Policy greedy = team.greedy(0);
        for (Policy policy : List.of(team.actor(0), greedy)) {
            assertEquals(act(policy, 0), act(policy, 0), "the same cue");
            List<Integer> afterZero = act(policy, 0);
            List<Integer> afterOne = act(policy, 1);
            assertEquals(0, afterZero.get(2), "the cue is remembered");
            assertEquals(1, afterOne.get(2), "the cue is remembered");
        }
        Seat seat = (Seat) greedy;
        greedy.begin();
        assertArrayEquals(new double[16], seat.remembered());
        greedy.act(new double[] {1, 0}, BOTH, Rng.of(1));
        double[] once = seat.remembered();
        greedy.act(new double[2], BOTH, Rng.of(1));
        assertFalse(Arrays.equals(once, seat.remembered()), "within an episode it remembers");
        greedy.begin();
        greedy.act(new double[] {1, 0}, BOTH, Rng.of(1));
        assertArrayEquals(once, seat.remembered());
        Policy carries = greedy::act;
        carries.begin();
        carries.act(new double[] {1, 0}, BOTH, Rng.of(1));
        assertFalse(Arrays.equals(once, seat.remembered()), "a method reference is not told of the start");
    }

    private static List<Integer> act(Policy policy, int cue) {
        policy.begin();
        List<Integer> done = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            double[] seen = new double[2];
            if (t == 0) {
                seen[cue] = 1;
            }
            done.add(policy.act(seen, BOTH, Rng.of(t)));
        }
        return done;
    }

    @Test
    void startingAnEpisodeMakesTheTeamsActorsForget() {
        TeamQLearner team = small(new CueGame(2, 3), 4).epsilon(1).build();
        Rng first = Rng.of(1);
        Rng second = Rng.of(1);
        team.startEpisode(0);
        int before = team.actor(0).act(new double[] {1, 0}, BOTH, first);
        team.startEpisode(1);
        assertEquals(before, team.actor(0).act(new double[] {1, 0}, BOTH, second));
    }

    @Test
    void greedyPoliciesDoNotLearnOn() {
        CueGame game = new CueGame(2, 3);
        TeamQLearner team = small(game, 4).build();
        TeamTraining.of(game, team).episodes(50).seed(4).run();
        Seat frozen = (Seat) team.greedy(0);
        frozen.begin();
        double[] before = frozen.values(new double[] {1, 0});
        TeamTraining.of(game, team).episodes(50).seed(5).run();
        frozen.begin();
        assertArrayEquals(before, frozen.values(new double[] {1, 0}));
    }

    @Test
    void whatAMemoryCannotDoIsOneSentence() {
        CueGame game = new CueGame(2, 3);
        refused("whole episodes", () -> small(game, 1).transitions(10, 5, 1).build());
        refused("Weighted QMIX", () -> small(game, 1).central(0.5).build());
        refused("Weighted QMIX", () -> small(game, 1).optimistic(0.5).build());
        refused("a layer before it", () -> small(game, 1).hidden().build());
        refused("0 units", () -> small(game, 1).memory(-1));
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable what) {
        String message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
