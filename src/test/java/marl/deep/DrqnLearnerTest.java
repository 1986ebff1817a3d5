package marl.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import marl.agent.Learner;
import marl.agent.Schedule;
import marl.agent.Transition;
import marl.random.Rng;
import marl.train.Evaluation;
import marl.train.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recurrent learner on a game that cannot be played well without a memory, from every kind of start. */
class DrqnLearnerTest {
    private static final CueGame GAME = new CueGame(1, 6, 2);

    /** Those that know the past. No gradient goes beyond a piece, so pieces are long enough to hold the cue and the choice. */
    static List<SequenceStart> knowing() {
        return List.of(new SequenceStart.WholeEpisodes(), new SequenceStart.BurnIn(4, 2), new SequenceStart.Stored(4));
    }

    static List<SequenceStart> starts() {
        List<SequenceStart> all = new ArrayList<>(knowing());
        all.add(new SequenceStart.Zero(4));
        return all;
    }

    private static double value(Learner learner, int episodes, long seed) {
        Training.of(GAME, learner).episodes(episodes).seed(seed).run();
        return Evaluation.of(GAME, learner).episodes(200).seed(99).run().mean(0);
    }

    private static DrqnSettings.Builder small(SequenceStart start, long seed) {
        return DrqnLearner.of(GAME, 0)
                .hidden(16)
                .memory(16)
                .gamma(1)
                .start(start)
                .seed(seed);
    }

    /** The optimum is exactly 1. */
    @ParameterizedTest
    @MethodSource("knowing")
    void itReachesTheOptimumFromEveryStartThatKnowsThePast(SequenceStart start) {
        for (long seed = 1; seed <= 5; seed++) {
            assertEquals(1, value(small(start, seed).build(), 1_200, seed), start + ", seed " + seed);
        }
    }

    /** A coin of +-1 has a standard deviation of 1, the mean of 200 episodes of .07; the bound is five of these. */
    @Test
    void withoutAMemoryTheLearnerStaysAtChance() {
        for (long seed = 1; seed <= 5; seed++) {
            DqnLearner learner = DqnLearner.of(GAME, 0)
                    .hidden(16)
                    .gamma(1)
                    .epsilon(Schedule.linear(1, 0.05, 1_500))
                    .seed(seed)
                    .build();
            assertEquals(0, value(learner, 600, seed), 0.36, "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("starts")
    void theSameSeedGivesTheSameBits(SequenceStart start) {
        double[][] values = new double[2][];
        for (int run = 0; run < 2; run++) {
            DrqnLearner learner = small(start, 3).lastAction(true).build();
            value(learner, 60, 3);
            values[run] = learner.values(new double[] {0, 1});
        }
        assertArrayEquals(values[0], values[1]);
    }

    /** Paid 1 a step for ever, cut off at every second step: 1 / (1 - 0.5) = 2; ended there, 1 + 0.5 = 1.5 at first. */
    @Test
    void aTruncatedStepKeepsTheBootstrapAndATerminatedOneDropsIt() {
        double[] blank = new double[2];
        for (boolean ended : new boolean[] {true, false}) {
            DrqnLearner learner =
                    small(new SequenceStart.WholeEpisodes(), 1).gamma(0.5).build();
            for (int t = 0; t < 1_600; t++) {
                boolean last = t % 2 == 1;
                boolean[] legal = {true, true};
                learner.learn(new Transition(blank, t / 2 % 2, 1, blank, legal, last && ended, last && !ended));
            }
            assertEquals(ended ? 1.5 : 2, learner.values(blank)[0], 0.1, "ended " + ended);
        }
    }

    /** After action 1 only action 0 may follow, which pays nothing; after 0 action 1 may, which pays 1. */
    @Test
    void theBootstrapCountsLegalActionsOnly() {
        DrqnLearner learner =
                small(new SequenceStart.WholeEpisodes(), 1).lastAction(true).build();
        double[] blank = new double[2];
        List<Transition> steps = new ArrayList<>();
        for (int e = 0; e < 600; e++) {
            int first = e % 2;
            int second = first == 1 ? 0 : e / 2 % 2;
            boolean[] legal = {true, first == 0};
            steps.add(new Transition(blank, first, 0, blank, legal, false, false));
            steps.add(new Transition(blank, second, second, blank, new boolean[] {true, true}, true, false));
        }
        steps.forEach(learner::learn);
        assertEquals(1, learner.values(blank)[0], 0.05);
        assertEquals(0, learner.values(blank)[1], 0.05);
    }

    @Test
    void anUnfinishedEpisodeIsForgotten() {
        DrqnLearner once = small(new SequenceStart.Stored(2), 1).episodes(10, 2).build();
        DrqnLearner twice =
                small(new SequenceStart.Stored(2), 1).episodes(10, 2).build();
        double[] cue = {1, 0};
        twice.learn(new Transition(cue, 1, 5, cue, new boolean[0], false, false));
        twice.startEpisode(0);
        for (DrqnLearner learner : List.of(once, twice)) {
            for (int t = 0; t < 12; t++) {
                learner.learn(new Transition(cue, t % 2, t, cue, new boolean[0], t % 3 == 2, false));
            }
        }
        assertEquals(3, once.updates());
        assertArrayEquals(once.values(cue), twice.values(cue));
    }

    @Test
    void whatCannotBeIsOneSentence() {
        SequenceStart whole = new SequenceStart.WholeEpisodes();
        refused("agents 0 to 0", () -> DrqnLearner.of(GAME, 1));
        refused("continuous controls", () -> DrqnLearner.of(new OddGame(false), 0));
        refused("one unit or more", () -> small(whole, 1).memory(0).build());
        refused("a layer before", () -> small(whole, 1).hidden().build());
        refused("at least one step", () -> new SequenceStart.Zero(0));
        refused("at least one step", () -> new SequenceStart.Stored(0));
        refused("burn-in", () -> new SequenceStart.BurnIn(3, 0));
        DrqnLearner learner = small(whole, 1).build();
        double[] blank = new double[2];
        refused("one of 2", () -> learner.learn(new Transition(blank, 2, 0, blank, new boolean[0], true, false)));
        refused("observation of 2", () -> learner.act(new double[3], new boolean[] {true, true}, Rng.of(1)));
        assertThrows(IllegalStateException.class, () -> DrqnLearner.of(GAME, 0).build());
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable what) {
        String message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
