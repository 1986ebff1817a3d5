package marl.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.agent.Transition;
import marl.env.StatelessGame;
import marl.experiment.Outcome;
import marl.experiment.Sweep;
import marl.game.Games;
import marl.game.NoisyGame;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class PlayTest {
    private static final StatelessGame NOISY = StatelessGame.of(NoisyGame.fullyStochasticClimbing());

    private static List<Learner> pair() {
        return QLearner.stateless(3)
                .alpha(0.1)
                .epsilon(Schedule.exponential(1, 0.998))
                .team(2);
    }

    /** Writes down what it lives through. */
    private record Diary(List<Transition> steps, List<Long> times) implements Learner {
        @Override
        public void startEpisode(long episode) {
            times.add(episode);
        }

        @Override
        public void learn(Transition transition) {
            steps.add(transition);
        }

        @Override
        public Policy greedy() {
            return Policy.always(2);
        }

        @Override
        public int act(double[] observation, boolean[] legal, Rng rng) {
            return steps.size() % 3;
        }
    }

    @Test
    void learnersLiveThroughWhatIsReported() {
        Diary diary = new Diary(new ArrayList<>(), new ArrayList<>());
        List<Long> looks = new ArrayList<>();
        Plays plays = Play.of(StatelessGame.of(Games.climbing()), diary, Learner.frozen(Policy.always(1)))
                .rounds(5)
                .every(2, looks::add)
                .run();
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), diary.times());
        assertEquals(List.of(2L, 4L), looks);
        assertArrayEquals(new double[] {-30, 7, 6, -30, 7}, plays.payoffs(0));
        assertArrayEquals(plays.payoffs(1), plays.teamPayoffs());
        assertArrayEquals(new int[] {2, 1}, plays.joint(2));
        assertArrayEquals(new int[] {2, 1}, plays.greedy());
        assertEquals(6, plays.greedyPayoff());
        boolean[] all = {true, true, true};
        double[] start = {-1, -1};
        assertEquals(
                new Transition(start, 0, -30, new double[] {0, 1}, all, true, false),
                diary.steps().get(0));
        assertEquals(
                new Transition(new double[] {0, 1}, 1, 7, new double[] {1, 1}, all, true, false),
                diary.steps().get(1));
    }

    @Test
    void theSeedDecidesEverything() {
        Plays first = Play.of(NOISY, pair()).rounds(500).seed(3).run();
        Plays again = Play.of(NOISY, pair()).rounds(500).seed(3).run();
        assertArrayEquals(first.payoffs(0), again.payoffs(0));
        assertArrayEquals(first.greedy(), again.greedy());
        assertFalse(Arrays.equals(
                first.payoffs(0),
                Play.of(NOISY, pair()).rounds(500).seed(4).run().payoffs(0)));
        double[] one = outcomes(1);
        assertArrayEquals(one, outcomes(2), "for any number of threads");
        assertTrue(Arrays.stream(one).distinct().count() > 1);
    }

    private static double[] outcomes(int threads) {
        return Sweep.seeds(20)
                .threads(threads)
                .run(seed -> Outcome.of(
                        "sum",
                        Arrays.stream(Play.of(NOISY, pair())
                                        .rounds(200)
                                        .seed(seed)
                                        .run()
                                        .payoffs(0))
                                .sum()))
                .column("sum");
    }

    @Test
    void canBeStopped() {
        Thread.currentThread().interrupt();
        Play play = Play.of(NOISY, pair()).rounds(10_000);
        assertThrows(CancellationException.class, play::run);
        assertFalse(Thread.interrupted(), "the flag is used up");
    }

    @Test
    void refusesWrongUse() {
        Learner one = pair().get(0);
        assertThrows(IllegalArgumentException.class, () -> Play.of(NOISY, one));
        assertThrows(
                IllegalArgumentException.class, () -> Play.of(NOISY, pair()).rounds(0));
        assertThrows(
                IllegalArgumentException.class, () -> Play.of(NOISY, pair()).every(0, t -> {}));
        assertThrows(
                IllegalArgumentException.class,
                () -> Play.of(
                                NOISY,
                                one,
                                QLearner.stateless(4).alpha(1).epsilon(0).build())
                        .rounds(100)
                        .run());
    }
}
