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
import marl.agent.QLearner;
import marl.agent.SoftmaxLearner;
import marl.deep.DqnLearner;
import marl.deep.DqnSettings;
import marl.deep.Encoding;
import marl.env.RepeatedGame;
import marl.env.StatelessGame;
import marl.env.TicTacToe;
import marl.game.Games;
import marl.game.MatrixGame;
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

    @Test
    void theLatestSelfIsTakenAnewWhenItIsTooOld() {
        Recorder recorder = new Recorder();
        SelfPlay.of(StatelessGame.of(RPS), recorder)
                .sampler(Sampler.latest())
                .refresh(4)
                .run(10);
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 5.0, 5.0, 5.0, 5.0, 9.0, 9.0), recorder.asked);
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
