package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.agent.SoftmaxLearner;
import marl.agent.Transition;
import marl.env.LeakyNim;
import marl.env.StatelessGame;
import marl.game.Games;
import marl.game.NashConv;
import org.junit.jupiter.api.Test;

/** Which seat learns, what it is told, and how the record of a former self counts. */
class SelfPlaySeatsTest {
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
}
