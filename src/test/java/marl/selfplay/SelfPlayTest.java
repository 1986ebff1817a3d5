package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.QLearner;
import marl.agent.SoftmaxLearner;
import marl.agent.Transition;
import marl.deep.DqnLearner;
import marl.deep.DqnSettings;
import marl.deep.Encoding;
import marl.env.LeakyNim;
import marl.env.RepeatedGame;
import marl.env.StatelessGame;
import marl.env.TicTacToe;
import marl.game.Games;
import marl.game.MatrixGame;
import marl.game.NashConv;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class SelfPlayTest {
    private static final MatrixGame RPS = Games.rockPaperScissors();

    private static SoftmaxLearner learner() {
        return SoftmaxLearner.of(3).rate(0.05).build();
    }

    /** The quick way through a matrix game and the long way through a Markov game draw the same and learn the same. */
    @Test
    void bothWaysThroughAMatrixGameAreTheSameToTheBit() {
        for (Sampler sampler : new Sampler[] {
            Sampler.latest(),
            Sampler.mostlyLatest(0.8),
            Sampler.prioritised(1),
            Sampler.uniform(),
            Sampler.timeAverage()
        }) {
            for (int refresh : new int[] {1, 7}) {
                SoftmaxLearner quick = learner();
                SoftmaxLearner slow = learner();
                double[] paid = set(SelfPlay.of(RPS, quick), sampler, refresh).run(1_000);
                double[] same = set(SelfPlay.of(StatelessGame.of(RPS), slow), sampler, refresh)
                        .run(1_000);
                assertArrayEquals(paid, same);
                assertArrayEquals(quick.memory(), slow.memory());
            }
        }
    }

    private static SelfPlay set(SelfPlay play, Sampler sampler, int refresh) {
        return play.sampler(sampler)
                .pool(5, Drop.RANDOM)
                .snapshotEvery(20)
                .refresh(refresh)
                .seats(Seats.RANDOM)
                .seed(3);
    }

    @Test
    void theSameSeedIsTheSameRunInOneGoOrTwo() {
        SoftmaxLearner whole = learner();
        SelfPlay.of(RPS, whole).seed(4).run(700);
        SoftmaxLearner parts = learner();
        SelfPlay two = SelfPlay.of(RPS, parts).seed(4);
        two.run(450);
        two.run(250);
        assertArrayEquals(whole.memory(), parts.memory());
        assertEquals(700, two.episodes());
        SoftmaxLearner other = learner();
        SelfPlay.of(RPS, other).seed(5).run(700);
        assertFalse(Arrays.equals(whole.memory(), other.memory()));
    }

    /** A learner that writes down what happens to it; it plays action 0 first, then the others in turn. */
    private static final class Recorder implements Learner {
        final List<Transition> told = new ArrayList<>();
        final List<Long> episodes = new ArrayList<>();
        final List<Double> asked = new ArrayList<>();

        @Override
        public void startEpisode(long episode) {
            episodes.add(episode);
        }

        @Override
        public int act(double[] observation, boolean[] legal, Rng rng) {
            return Policy.anyLegal(legal, rng);
        }

        @Override
        public void learn(Transition t) {
            told.add(t);
        }

        @Override
        public Policy greedy() {
            double frozen = episodes.size();
            return (observation, legal, rng) -> {
                asked.add(frozen);
                return Policy.anyLegal(legal, rng);
            };
        }
    }

    @Test
    void snapshotsAreTakenAndMetAsSaid() {
        Recorder recorder = new Recorder();
        SelfPlay play = SelfPlay.of(StatelessGame.of(RPS), recorder)
                .pool(3, Drop.OLDEST)
                .snapshotEvery(10)
                .sampler(Sampler.uniform());
        play.run(45);
        assertEquals(
                List.of(20L, 30L, 40L),
                play.pool(0).snapshots().stream().map(Snapshot::episode).toList());
        assertEquals(45, recorder.episodes.size());
        assertEquals(44, recorder.episodes.get(44));
        // Without a pool the latest self, frozen in its episode; then those of episodes 10, 20, ...
        for (int e = 0; e < 10; e++) {
            assertEquals(e + 1.0, recorder.asked.get(e));
        }
        for (int e = 10; e < 45; e++) {
            assertTrue(recorder.asked.get(e) % 10 == 0 && recorder.asked.get(e) <= e);
        }
        long met = play.pool(0).snapshots().stream().mapToLong(Snapshot::games).sum();
        assertTrue(met > 0 && met <= 35, "games against those who are still there: " + met);
    }

    /** Whoever begins takes the only stone and wins; in the other seat it loses. */
    @Test
    void theRecordOfASnapshotIsTheLearnersPoints() {
        for (Seats seats : new Seats[] {Seats.FIRST, Seats.SWAPPED}) {
            SelfPlay play = SelfPlay.of(new LeakyNim(1), new Recorder())
                    .snapshotEvery(10)
                    .pool(1, Drop.OLDEST)
                    .sampler(Sampler.uniform())
                    .seats(seats);
            play.run(19);
            Snapshot met = play.pool(0).get(0);
            assertEquals(9, met.games());
            // Episodes 10 to 18, of which the even ones begin.
            assertEquals(seats == Seats.FIRST ? 9 : 5, met.score());
        }
    }

    @Test
    void theLatestSelfIsTakenAnewWhenItIsTooOld() {
        Recorder recorder = new Recorder();
        SelfPlay.of(StatelessGame.of(RPS), recorder)
                .sampler(Sampler.latest())
                .refresh(4)
                .run(10);
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 5.0, 5.0, 5.0, 5.0, 9.0, 9.0), recorder.asked);
    }

    /** In matching pennies the row wins when coins match, so who is paid tells who sat where. */
    @Test
    void seatsAreSwappedEachLearnerAgainstTheOthersSelves() {
        Recorder first = new Recorder();
        Recorder second = new Recorder();
        StatelessGame pennies = StatelessGame.of(Games.matchingPennies());
        double[] paid = SelfPlay.of(pennies, first, second).snapshotEvery(3).run(20);
        assertEquals(10, first.told.size());
        assertEquals(10, second.told.size());
        assertEquals(9, second.episodes.get(9), "each counts its own episodes");
        for (int e = 0; e < 20; e++) {
            Transition t = (e % 2 == 0 ? first : second).told.get(e / 2);
            double[] joint = t.nextObservation();
            assertEquals(t.action(), joint[e % 2]);
            assertEquals(joint[0] == joint[1] ? 1 : -1, e % 2 == 0 ? t.reward() : -t.reward());
            assertEquals(t.reward(), paid[e]);
        }
        Recorder only = new Recorder();
        SelfPlay.of(pennies, only, new Recorder()).seats(Seats.FIRST).run(6);
        assertEquals(6, only.told.size());
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> SelfPlay.of(
                                Games.matchingPennies(),
                                SoftmaxLearner.of(2).rate(0.1).build()))
                .getMessage()
                .contains("a learner for each"));
    }

    /** Both seats learn: over ten seeds the pair's time average comes to mean exploitability below a tenth. */
    @Test
    void twoLearnersPlayAGameThatIsNotSymmetric() {
        double sum = 0;
        for (long seed = 0; seed < 10; seed++) {
            SoftmaxLearner row = SoftmaxLearner.of(2).rate(0.02).build();
            SoftmaxLearner column = SoftmaxLearner.of(2).rate(0.02).build();
            SelfPlay.of(Games.matchingPennies(), row, column)
                    .sampler(Sampler.latest())
                    .seed(seed)
                    .run(40_000);
            sum += NashConv.exploitability(
                    Games.matchingPennies(), row.averageProbabilities(), column.averageProbabilities());
        }
        assertTrue(sum / 10 < 0.1, "mean exploitability of the averages: " + sum / 10);
    }

    /** Steps of a learner in a game of turns: from its turn to its next one, the end included, in either seat. */
    @Test
    void inAGameOfTurnsAStepGoesToTheNextTurnOfOnesOwn() {
        Recorder recorder = new Recorder();
        double[] paid = SelfPlay.of(new LeakyNim(9), recorder).seed(2).run(200);
        int episode = 0;
        boolean fresh = true;
        for (int i = 0; i < recorder.told.size(); i++) {
            Transition t = recorder.told.get(i);
            assertEquals(1, t.observation()[1], "it was its turn");
            assertFalse(t.truncated());
            if (fresh && episode % 2 == 0) {
                assertEquals(9, t.observation()[0], "seat 0 begins");
            }
            fresh = t.terminated();
            if (t.terminated()) {
                assertEquals(0, t.nextObservation()[0]);
                assertEquals(paid[episode], t.reward());
                episode++;
            } else {
                assertEquals(0, t.reward());
                assertEquals(1, t.nextObservation()[1]);
                assertTrue(t.nextObservation()[0] < t.observation()[0]);
                assertArrayEquals(t.nextObservation(), recorder.told.get(i + 1).observation());
            }
        }
        assertEquals(200, episode);
    }

    /** Any learner that freezes will do; this one has no numbers to be written down as. */
    @Test
    void deepLearnersPlayThemselvesToo() {
        DqnLearner deep = DqnLearner.of(Encoding.numbers(2), 3)
                .settings(DqnSettings.published().build())
                .seed(1)
                .build();
        SelfPlay play =
                SelfPlay.of(StatelessGame.of(RPS), deep).snapshotEvery(20).refresh(10);
        double[] paid = play.run(100);
        assertEquals(100, deep.steps());
        assertEquals(5, play.pool(0).size());
        assertTrue(Arrays.stream(paid).allMatch(x -> Math.abs(x) <= 1));
        assertThrows(IllegalStateException.class, () -> play.save(Path.of("never")));
        assertFalse(Files.exists(Path.of("never")));
    }

    @Test
    void somethingCanBeDoneEverySoOften() {
        List<Long> at = new ArrayList<>();
        SelfPlay play = SelfPlay.of(RPS, learner()).every(4, at::add);
        play.run(6);
        play.run(4);
        assertEquals(List.of(4L, 8L), at);
    }

    @Test
    void anInterruptEndsItBetweenEpisodesAndItCanGoOn() {
        SoftmaxLearner whole = learner();
        SelfPlay.of(RPS, whole).run(50);
        SoftmaxLearner stopped = learner();
        SelfPlay play = SelfPlay.of(RPS, stopped)
                .every(7, done -> Thread.currentThread().interrupt());
        CancellationException stop = assertThrows(CancellationException.class, () -> play.run(50));
        assertTrue(stop.getMessage().contains("stopped by you after 7 of 50"), stop.getMessage());
        assertFalse(Thread.interrupted(), "the flag must be down for the next cell");
        assertEquals(7, play.episodes());
        play.every(1_000, done -> {}).run(43);
        assertArrayEquals(whole.memory(), stopped.memory());
    }

    @Test
    void anInterruptEndsALongEpisode() {
        RepeatedGame endless = RepeatedGame.of(Games.prisonersDilemma()).horizon(1_000_000);
        QLearner learner = QLearner.of(endless.index(), 2)
                .alpha(0.1)
                .epsilon((t) -> {
                    Thread.currentThread().interrupt();
                    return 0.1;
                })
                .gamma(0.9)
                .build();
        Thread.interrupted();
        SelfPlay play = SelfPlay.of(endless, learner);
        assertTrue(assertThrows(CancellationException.class, () -> play.run(1))
                .getMessage()
                .contains("1024 of its steps"));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> SelfPlay.of(Games.publicGoods(3, 1, 2), learner()));
        assertThrows(
                IllegalArgumentException.class,
                () -> SelfPlay.of(StatelessGame.of(Games.publicGoods(3, 1, 2)), learner()));
        assertThrows(
                IllegalArgumentException.class,
                () -> SelfPlay.of(RPS, learner()).run(-1));
        assertThrows(
                IllegalArgumentException.class,
                () -> SelfPlay.of(RPS, learner()).snapshotEvery(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> SelfPlay.of(RPS, learner()).refresh(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> SelfPlay.of(RPS, learner()).pool(0, Drop.OLDEST));
        SoftmaxLearner one = learner();
        assertThrows(IllegalArgumentException.class, () -> SelfPlay.of(RPS, one, one));
        QLearner keepsNoAverage = QLearner.stateless(9).alpha(0.1).epsilon(0.1).build();
        SelfPlay averaging = SelfPlay.of(new TicTacToe(), keepsNoAverage).sampler(Sampler.timeAverage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> averaging.run(1))
                .getMessage()
                .contains("no time average"));
        SelfPlay begun = SelfPlay.of(RPS, learner());
        begun.run(1);
        assertThrows(IllegalStateException.class, () -> begun.seed(1));
    }
}
