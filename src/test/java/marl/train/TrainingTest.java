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
import marl.agent.Transition;
import marl.deep.DqnLearner;
import marl.env.AgainstFixed;
import marl.env.DynaMaze;
import marl.env.MemoryOnePartner;
import marl.env.ObservationIndex;
import marl.env.RepeatedGame;
import marl.env.TeamDrift;
import marl.experiment.Interval;
import marl.game.Games;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final RepeatedGame DILEMMA =
            RepeatedGame.of(Games.prisonersDilemma()).horizon(10);

    private static List<Learner> pair() {
        return QLearner.of(DILEMMA.index(), 2)
                .alpha(0.1)
                .epsilon(0.2)
                .gamma(0.9)
                .team(2);
    }

    @Test
    void sameSeedSameRunAndAnotherSeedAnother() {
        Episodes first = Training.of(DILEMMA, pair()).episodes(50).seed(3).run();
        Episodes again = Training.of(DILEMMA, pair()).episodes(50).seed(3).run();
        assertArrayEquals(first.returns(0), again.returns(0));
        assertArrayEquals(first.returns(1), again.returns(1));
        Episodes other = Training.of(DILEMMA, pair()).episodes(50).seed(4).run();
        assertFalse(Arrays.equals(first.returns(0), other.returns(0)));
        assertEquals(500, first.totalSteps());
    }

    @Test
    void learnersOnTwoThreadsLearnTheSame() {
        List<Double> values = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            List<DqnLearner> two = List.of(
                    DqnLearner.of(DILEMMA, 0)
                            .hidden(8)
                            .replay(8, 100, 1)
                            .seed(1)
                            .build(),
                    DqnLearner.of(DILEMMA, 1)
                            .hidden(8)
                            .replay(8, 100, 1)
                            .seed(2)
                            .build());
            Training.of(DILEMMA, two).episodes(20).seed(3).threads(threads).run();
            values.add(two.get(0).values(new double[] {1})[0] + two.get(1).values(new double[] {2})[1]);
        }
        assertEquals(values.get(0), values.get(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> Training.of(DILEMMA, pair()).threads(3));
    }

    @Test
    void aRunInTwoPartsIsTheSameRun() {
        List<Learner> whole = pair();
        Episodes all = Training.of(DILEMMA, whole).episodes(40).seed(3).run();
        List<Learner> parts = pair();
        Training.of(DILEMMA, parts).episodes(15).seed(3).run();
        Episodes rest =
                Training.of(DILEMMA, parts).from(15).episodes(25).seed(3).run();
        assertArrayEquals(all.last(25).returns(1), rest.returns(1));
        assertEquals(0, ((QLearner) whole.get(0)).table().maxAbsDifference(((QLearner) parts.get(0)).table()));
    }

    /** A learner that only writes down what it is told. */
    private static final class Recorder implements Learner {
        final List<Transition> told = new ArrayList<>();
        final List<Long> episodes = new ArrayList<>();

        @Override
        public void startEpisode(long episode) {
            episodes.add(episode);
        }

        @Override
        public int act(double[] observation, boolean[] legal, Rng rng) {
            return told.size() % 2;
        }

        @Override
        public void learn(Transition t) {
            told.add(t);
        }

        @Override
        public Policy greedy() {
            return Policy.always(0);
        }
    }

    @Test
    void learnersAreToldEachStepOnceWithTheRightEnding() {
        Recorder first = new Recorder();
        Recorder second = new Recorder();
        RepeatedGame three = DILEMMA.horizon(3);
        Episodes log = Training.of(three, first, second).episodes(2).run();
        assertEquals(List.of(0L, 1L), first.episodes);
        assertEquals(6, first.told.size());
        boolean[] legal = {true, true};
        Transition opening = new Transition(new double[] {4}, 0, 3, new double[] {0}, legal, false, false);
        assertEquals(opening, first.told.get(0));
        Transition last = new Transition(new double[] {3}, 0, 3, new double[] {0}, legal, false, true);
        assertEquals(last, second.told.get(2));
        assertArrayEquals(new double[] {3 + 1 + 3, 1 + 3 + 1}, log.returns(0));
        assertArrayEquals(new int[] {3, 3}, log.lengths());
    }

    @Test
    void evaluationNeitherLearnsNorExploresNorMeetsTheSameEpisodes() {
        QLearner learner = QLearner.of(ObservationIndex.discrete(5), 2)
                .alpha(0.5)
                .epsilon(1)
                .gamma(0)
                .build();
        learner.update(4, 1, 1, 0, new boolean[] {true, true}, true);
        var before = learner.table();
        Episodes seen = Evaluation.of(
                        AgainstFixed.of(DILEMMA.horizon(1), 0, MemoryOnePartner.alwaysCooperate()), learner)
                .episodes(50)
                .run();
        assertArrayEquals(new double[] {5, 5, 5}, Arrays.copyOf(seen.returns(0), 3));
        assertEquals(5, seen.mean(0));
        assertEquals(0, before.maxAbsDifference(learner.table()));
        List<Double> starts = new ArrayList<>();
        Policy spy = (observation, legal, rng) -> {
            starts.add(observation[1]);
            return 0;
        };
        Evaluation.of(new TeamDrift(), spy, Policy.always(0), Policy.always(0))
                .episodes(1)
                .seed(3)
                .run();
        double evaluated = starts.get(0);
        Recorder recorder = new Recorder();
        Training.of(new TeamDrift(), recorder, new Recorder(), new Recorder())
                .episodes(1)
                .seed(3)
                .run();
        assertFalse(evaluated == recorder.told.get(0).observation()[1], "training and evaluation seeds must differ");
    }

    @Test
    void discountedReturnsAreGeometricSums() {
        Episodes log = Evaluation.of(DILEMMA.horizon(300), Policy.always(0), Policy.always(0))
                .gamma(0.9)
                .run();
        // 3 / (1 - 0.9) less a tail of 30 * 0.9^300 < 1e-12.
        assertEquals(30, log.mean(0), 1e-10);
        assertEquals(
                900,
                Evaluation.of(DILEMMA.horizon(300), Policy.always(0), Policy.always(0))
                        .run()
                        .mean(1));
    }

    @Test
    void episodesSummariseTheirReturns() {
        Episodes log = new Episodes(new double[][] {{1, 3, 5}, {3, 5, 7}}, new int[] {2, 2, 4});
        assertArrayEquals(new double[] {2, 4, 6}, log.teamReturns());
        assertEquals(3, log.mean(0));
        assertEquals(4, log.teamMean());
        assertEquals(8, log.totalSteps());
        assertArrayEquals(new double[] {5}, log.last(1).returns(0));
        assertEquals(Interval.t(2, 4, 6), log.teamInterval());
        log.returns(0)[0] = 99;
        assertEquals(1, log.returns(0)[0]);
        assertThrows(IllegalArgumentException.class, () -> log.last(4));
        assertEquals("3 episodes, 8 steps, mean return 3, 5", log.toString());
    }

    @Test
    void somethingCanBeDoneEverySoOften() {
        List<Long> at = new ArrayList<>();
        Training.of(DILEMMA, pair()).episodes(10).every(4, at::add).run();
        assertEquals(List.of(4L, 8L), at);
    }

    @Test
    void anInterruptEndsTrainingWithASentence() {
        List<Learner> learners = pair();
        CancellationException stopped = assertThrows(
                CancellationException.class,
                () -> Training.of(DILEMMA, learners)
                        .episodes(1_000_000)
                        .every(7, e -> Thread.currentThread().interrupt())
                        .run());
        assertTrue(stopped.getMessage().contains("stopped by you after 7"), stopped.getMessage());
        assertFalse(Thread.interrupted(), "the flag must be down for the next cell");
    }

    @Test
    void anInterruptEndsAnEndlessEpisodeAndSoDoesALimit() {
        DynaMaze closed = DynaMaze.of("S#G");
        Thread.currentThread().interrupt();
        assertThrows(
                CancellationException.class,
                () -> Evaluation.of(closed, Policy.uniform()).run());
        assertFalse(Thread.interrupted());
        RuntimeException endless = assertThrows(
                IllegalStateException.class,
                () -> Evaluation.of(closed, Policy.uniform()).run());
        assertTrue(endless.getMessage().contains("step limit"), endless.getMessage());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Training.of(DILEMMA, pair().get(0)).run());
        assertThrows(
                IllegalArgumentException.class,
                () -> Training.of(DILEMMA, pair()).episodes(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> Training.of(DILEMMA, pair()).every(0, e -> {}));
        assertThrows(
                IllegalArgumentException.class,
                () -> Evaluation.of(DILEMMA, pair()).episodes(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> Evaluation.of(DILEMMA, pair()).gamma(2));
        assertThrows(
                IllegalArgumentException.class,
                () -> Evaluation.of(DILEMMA, Policy.uniform()).run());
    }
}
