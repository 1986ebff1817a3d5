package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

/**
 * What every {@link MarkovGame} must hold, whatever its rules. A test class of an environment extends this one; it plays
 * with random legal actions and random controls.
 */
public abstract class MarkovGameContract {
    private static final int MOST_STEPS = 400;

    /** A new game, before its first reset. */
    protected abstract MarkovGame game();

    /** Whether chance plays a part in it. */
    protected abstract boolean stochastic();

    /** Whether every episode played at random ends within 400 steps. */
    protected boolean ends() {
        return true;
    }

    @Test
    void sameSeedSameTrajectory() {
        assertEquals(trajectory(game(), 5, 1), trajectory(game(), 5, 1));
        MarkovGame used = game();
        trajectory(used, 9, 2);
        assertEquals(trajectory(game(), 5, 1), trajectory(used, 5, 1), "what was played before must not matter");
        MarkovGame abandoned = game();
        abandoned.reset(3);
        abandoned.step(randomAction(abandoned, Rng.of(3)));
        assertEquals(trajectory(game(), 5, 1), trajectory(abandoned, 5, 1), "nor an episode left half-way");
    }

    @Test
    void anotherSeedDiffersExactlyWhereThereIsChance() {
        List<Object> first = trajectory(game(), 5, 1);
        if (stochastic()) {
            assertTrue(
                    java.util.stream.LongStream.range(6, 26)
                            .anyMatch(seed -> !trajectory(game(), seed, 1).equals(first)),
                    "twenty other seeds all gave the same episode");
        } else {
            for (long seed = 6; seed < 16; seed++) {
                assertEquals(first, trajectory(game(), seed, 1));
            }
        }
    }

    @Test
    void shapesAndSpacesAreKept() {
        MarkovGame game = game();
        assertTrue(game.agents() >= 1);
        assertFalse(game.name().isBlank());
        for (long seed = 0; seed < 5; seed++) {
            Rng rng = Rng.of(seed);
            assertObservations(game, game.reset(seed));
            int stateLength = game.state().length;
            boolean over = false;
            for (int t = 0; t < MOST_STEPS && !over; t++) {
                for (int i = 0; i < game.agents(); i++) {
                    assertLegalMask(game, i);
                }
                Step step = game.step(randomAction(game, rng));
                assertObservations(game, step.observations());
                assertEquals(game.agents(), step.rewards().length);
                assertTrue(Arrays.stream(step.rewards()).allMatch(Double::isFinite));
                assertFalse(step.terminated() && step.truncated(), "an ending is one or the other");
                assertEquals(stateLength, game.state().length);
                over = step.over();
            }
            assertTrue(over || !ends(), "no end within " + MOST_STEPS + " steps");
        }
    }

    @Test
    void stepBeforeResetOrAfterTheEndIsRefused() {
        MarkovGame game = game();
        assertMessage(assertThrows(IllegalStateException.class, () -> game.step(anyAction(game))), "reset");
        assertThrows(IllegalStateException.class, game::state);
        if (!ends()) {
            return;
        }
        trajectory(game, 4, 4);
        double[] last = game.state();
        assertMessage(assertThrows(IllegalStateException.class, () -> game.step(anyAction(game))), "reset");
        assertArrayEquals(last, game.state());
        for (int i = 0; i < game.agents(); i++) {
            if (game.actionSpace(i) instanceof Space.Discrete discrete) {
                assertEquals(discrete.n(), game.legalActions(i).length, "a mask is still there after the end");
            }
        }
    }

    @Test
    void badActionsAreRefusedAndChangeNothing() {
        MarkovGame game = game();
        game.reset(11);
        MarkovGame untouched = game.copy();
        for (JointAction bad : badActions(game)) {
            RuntimeException refusal =
                    assertThrows(IllegalArgumentException.class, () -> game.step(bad), bad.toString());
            assertNotNull(refusal.getMessage());
            assertTrue(
                    refusal.getMessage().endsWith(".") && refusal.getMessage().length() > 20, refusal.getMessage());
        }
        assertEquals(continuation(untouched, 12), continuation(game, 12));
    }

    @Test
    void copyRestoresStateAndChance() {
        for (int steps = 0; steps < 4; steps++) {
            MarkovGame game = game();
            game.reset(21);
            Rng rng = Rng.of(21);
            boolean over = false;
            for (int t = 0; t < steps && !over; t++) {
                over = game.step(randomAction(game, rng)).over();
            }
            if (over) {
                return;
            }
            MarkovGame copy = game.copy();
            assertNotSame(game, copy);
            assertArrayEquals(game.state(), copy.state());
            double[] before = game.state();
            List<Object> fromCopy = continuation(copy, 22);
            assertArrayEquals(before, game.state(), "playing the copy must not move the original");
            assertEquals(fromCopy, continuation(game, 22));
        }
    }

    @Test
    void arraysBelongToTheCaller() {
        MarkovGame spoilt = game();
        spoil(spoilt.reset(31));
        MarkovGame clean = game();
        clean.reset(31);
        Rng rng = Rng.of(31);
        boolean over = false;
        for (int t = 0; t < 20 && !over; t++) {
            JointAction action = randomAction(clean, rng);
            Step expected = clean.step(action);
            Step step = spoilt.step(action);
            assertEquals(expected, step);
            spoil(step.observations());
            Arrays.fill(step.rewards(), Double.NaN);
            Arrays.fill(spoilt.state(), Double.NaN);
            assertArrayEquals(clean.state(), spoilt.state());
            for (int i = 0; i < spoilt.agents(); i++) {
                if (spoilt.actionSpace(i) instanceof Space.Discrete) {
                    Arrays.fill(spoilt.legalActions(i), false);
                    assertArrayEquals(clean.legalActions(i), spoilt.legalActions(i));
                }
            }
            over = expected.over();
        }
    }

    private static void spoil(double[][] arrays) {
        for (double[] array : arrays) {
            Arrays.fill(array, Double.NaN);
        }
        Arrays.fill(arrays, new double[0]);
    }

    private static List<Object> trajectory(MarkovGame game, long seed, long actionSeed) {
        List<Object> all = new ArrayList<>();
        all.add(Arrays.deepToString(game.reset(seed)));
        all.addAll(continuation(game, actionSeed));
        return all;
    }

    private static List<Object> continuation(MarkovGame game, long actionSeed) {
        Rng rng = Rng.of(actionSeed);
        List<Object> steps = new ArrayList<>();
        boolean over = false;
        for (int t = 0; t < MOST_STEPS && !over; t++) {
            Step step = game.step(randomAction(game, rng));
            steps.add(step);
            steps.add(Arrays.toString(game.state()));
            over = step.over();
        }
        return steps;
    }

    private static void assertObservations(MarkovGame game, double[][] observations) {
        assertEquals(game.agents(), observations.length);
        for (int i = 0; i < observations.length; i++) {
            assertTrue(
                    game.observationSpace(i).contains(observations[i]),
                    "agent " + i + " sees " + Arrays.toString(observations[i]) + ", not in "
                            + game.observationSpace(i));
            for (int j = 0; j < i; j++) {
                assertNotSame(observations[i], observations[j]);
            }
        }
    }

    private static void assertLegalMask(MarkovGame game, int agent) {
        if (game.actionSpace(agent) instanceof Space.Discrete discrete) {
            boolean[] legal = game.legalActions(agent);
            assertEquals(discrete.n(), legal.length);
            boolean any = false;
            for (boolean flag : legal) {
                any |= flag;
            }
            assertTrue(any, "agent " + agent + " has no legal action");
        } else {
            assertThrows(IllegalStateException.class, () -> game.actions(agent));
        }
    }

    private static boolean discrete(MarkovGame game) {
        return game.actionSpace(0) instanceof Space.Discrete;
    }

    private static JointAction anyAction(MarkovGame game) {
        return discrete(game) ? JointAction.of(new int[game.agents()]) : JointAction.of(zeros(game));
    }

    private static double[][] zeros(MarkovGame game) {
        double[][] controls = new double[game.agents()][];
        Arrays.setAll(controls, i -> new double[game.actionSpace(i).dimension()]);
        return controls;
    }

    private static JointAction randomAction(MarkovGame game, Rng rng) {
        if (!discrete(game)) {
            double[][] controls = new double[game.agents()][];
            for (int i = 0; i < controls.length; i++) {
                controls[i] = game.actionSpace(i).sample(rng);
            }
            return JointAction.of(controls);
        }
        int[] actions = new int[game.agents()];
        for (int i = 0; i < actions.length; i++) {
            boolean[] legal = game.legalActions(i);
            do {
                actions[i] = rng.below(legal.length);
            } while (!legal[actions[i]]);
        }
        return JointAction.of(actions);
    }

    private static List<JointAction> badActions(MarkovGame game) {
        int n = game.agents();
        List<JointAction> bad = new ArrayList<>();
        if (!discrete(game)) {
            bad.add(JointAction.of(new int[n]));
            bad.add(JointAction.of(Arrays.copyOf(zeros(game), n - 1)));
            double[][] wide = zeros(game);
            wide[0] = new double[wide[0].length + 1];
            bad.add(JointAction.of(wide));
            double[][] nan = zeros(game);
            nan[n - 1][0] = Double.NaN;
            bad.add(JointAction.of(nan));
            return bad;
        }
        bad.add(JointAction.of(new double[n][1]));
        bad.add(JointAction.of(new int[n - 1]));
        bad.add(JointAction.of(new int[n + 1]));
        for (int i = 0; i < n; i++) {
            boolean[] legal = game.legalActions(i);
            for (int a = -1; a <= legal.length; a++) {
                if (a < 0 || a == legal.length || !legal[a]) {
                    int[] actions = ((JointAction.Discrete) randomAction(game, Rng.of(1))).actions();
                    actions[i] = a;
                    bad.add(JointAction.of(actions));
                }
            }
        }
        return bad;
    }

    private static void assertMessage(RuntimeException refusal, String word) {
        assertNotEquals(-1, refusal.getMessage().indexOf(word), refusal.getMessage());
    }
}
