package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import marl.game.Games;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GameBatchTest {

    static Stream<ParticleGame> particles() {
        return Stream.of(
                ParticleGame.spread(3),
                ParticleGame.spread(2).continuous(),
                ParticleGame.tag(),
                ParticleGame.speakerListener(),
                ParticleGame.speakerListener().continuous());
    }

    /** The batch of flat arrays and copies of the single game, stepped with the same actions over three episodes: the same bits. */
    @ParameterizedTest
    @MethodSource("particles")
    void flatWorldsAndSingleWorldsAreTheSameToTheBit(ParticleGame game) {
        GameBatch flat = GameBatch.of(game, 4, 7);
        GameBatch single = new CopiedGames(game, 4, 7);
        flat.reset(11);
        single.reset(11);
        Rng rng = Rng.of(2);
        for (int t = 0; t < 60; t++) {
            assertSame(flat, single, t);
            act(flat, game, rng.copy());
            act(single, game, rng);
        }
        assertSame(flat, single, 60);
    }

    private static void assertSame(GameBatch a, GameBatch b, int t) {
        assertArrayEquals(b.observations(), a.observations(), "observations at " + t);
        assertArrayEquals(b.states(), a.states(), "states at " + t);
        assertArrayEquals(b.rewards(), a.rewards(), "rewards at " + t);
        assertArrayEquals(b.truncated(), a.truncated());
        assertArrayEquals(b.terminated(), a.terminated());
        assertArrayEquals(b.finalObservations(), a.finalObservations(), "final observations at " + t);
        assertArrayEquals(b.finalStates(), a.finalStates());
        if (a.legalActions().length > 0) { // empty for: all is always legal
            assertArrayEquals(b.legalActions(), a.legalActions());
        }
    }

    private static void act(GameBatch batch, MarkovGame game, Rng rng) {
        int rows = batch.worlds() * batch.agents();
        if (game.actionSpace(0) instanceof Space.Discrete) {
            int[] actions = new int[rows];
            Arrays.setAll(actions, row -> rng.below(game.actions(row % batch.agents())));
            batch.step(actions);
        } else {
            double[] controls = new double[rows * 5];
            Arrays.setAll(controls, i -> rng.uniform());
            batch.step(controls);
        }
    }

    @Test
    void worldsDoNotDependOnHowTheyAreSharedOut() {
        ParticleGame game = ParticleGame.spread(3);
        GameBatch whole = GameBatch.of(game, 0, 5);
        GameBatch tail = GameBatch.of(game, 3, 2);
        whole.reset(8);
        tail.reset(8);
        for (int t = 0; t < 30; t++) {
            assertArrayEquals(tail.observations(), Arrays.copyOfRange(whole.observations(), 3 * 54, 5 * 54));
            whole.step(new int[15]);
            tail.step(new int[6]);
        }
    }

    @Test
    void aWorldThatWasCutOffBeginsAgainAndKeepsItsLastObservation() {
        GameBatch batch = GameBatch.of(ParticleGame.spread(1).steps(2), 0, 1);
        batch.reset(1);
        double[] first = batch.observations().clone();
        batch.step(new int[] {2});
        assertFalse(batch.truncated()[0]);
        batch.step(new int[] {2});
        assertTrue(batch.truncated()[0]);
        assertEquals(first[2] + 0.05, batch.finalObservations()[2], 1e-12, "the old episode, one push later");
        assertEquals(0, batch.observations()[0], "the new one begins at rest");
        assertTrue(Math.abs(batch.observations()[2] - first[2]) > 1e-6, "somewhere else");
    }

    @Test
    void anyGameCanBeCopied() {
        GameBatch batch = GameBatch.of(StatelessGame.of(Games.climbing()), 0, 3);
        batch.reset(0);
        batch.step(new int[] {0, 0, 1, 1, 2, 2});
        assertArrayEquals(new double[] {11, 11, 7, 7, 5, 5}, batch.rewards());
        assertArrayEquals(new boolean[] {true, true, true}, batch.terminated());
        assertArrayEquals(new double[] {1, 1}, Arrays.copyOfRange(batch.finalObservations(), 4, 6));
        assertEquals(-1, batch.observations()[0]);
        assertEquals(18, batch.legalActions().length);
    }

    @Test
    void oneOfSeveralThingsIsARowWithASingleOne() {
        GameBatch batch = GameBatch.of(new TwoStepGame(), 0, 1);
        batch.reset(0);
        assertEquals(3, batch.observationSize());
        assertArrayEquals(new double[] {1, 0, 0, 1, 0, 0}, batch.observations());
        batch.step(new int[] {1, 0});
        assertArrayEquals(new double[] {0, 0, 1, 0, 0, 1}, batch.observations());
    }

    @Test
    void badInputIsRefusedAndChangesNothing() {
        for (ParticleGame game :
                List.of(ParticleGame.spread(2), ParticleGame.spread(2).continuous())) {
            for (GameBatch batch : List.of(GameBatch.of(game, 0, 2), new CopiedGames(game, 0, 2))) {
                boolean numbers = game.actionSpace(0) instanceof Space.Discrete;
                assertThrows(IllegalStateException.class, () -> act(batch, game, Rng.of(1)));
                batch.reset(1);
                double[] before = batch.observations().clone();
                if (numbers) {
                    assertThrows(IllegalArgumentException.class, () -> batch.step(new int[3]));
                    assertThrows(IllegalArgumentException.class, () -> batch.step(new int[] {0, 0, 0, 5}));
                    assertThrows(IllegalArgumentException.class, () -> batch.step(new double[20]));
                } else {
                    double[] outside = new double[20];
                    outside[19] = Double.NaN;
                    assertThrows(IllegalArgumentException.class, () -> batch.step(outside));
                    assertThrows(IllegalArgumentException.class, () -> batch.step(new int[4]));
                }
                assertArrayEquals(before, batch.observations());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> GameBatch.of(ParticleGame.spread(2), 0, 0));
    }
}
