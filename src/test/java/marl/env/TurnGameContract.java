package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TurnGame} must hold, whatever its rules. A test class of a game extends this one; it plays at random,
 * many games, and looks at every situation on the way.
 */
public abstract class TurnGameContract {
    private static final int GAMES = 200;
    private static final int MOST_TURNS = 1_000;

    /** A new game at its start. */
    protected abstract TurnGame game();

    /** Whether chance takes turns in it. */
    protected abstract boolean stochastic();

    @Test
    void turnsMovesAndProbabilitiesFitTogether() {
        int[] chanceTurns = {0};
        eachSituation(game -> {
            int turn = game.turn();
            assertTrue(turn >= TurnGame.NOBODY && turn < game.seats(), "turn " + turn);
            assertEquals(turn == TurnGame.NOBODY, game.over());
            boolean[] legal = game.legalActions();
            int[] listed = new int[game.actions()];
            int count = game.legalActions(listed);
            assertEquals(game.actions(), legal.length);
            assertEquals(game.over(), count == 0, "a move is legal exactly until it is over");
            double sum = 0;
            for (int a = 0, k = 0; a < legal.length; a++) {
                assertEquals(legal[a], game.legal(a));
                if (legal[a]) {
                    assertEquals(a, listed[k++], "legal actions are listed in ascending order");
                }
                double p = game.probability(a);
                assertEquals(legal[a] && turn == TurnGame.CHANCE, p > 0);
                sum += p;
            }
            assertEquals(turn == TurnGame.CHANCE ? 1 : 0, sum, 1e-12);
            chanceTurns[0] += turn == TurnGame.CHANCE ? 1 : 0;
            assertFalse(game.legal(-1) || game.legal(game.actions()));
            for (int seat = 0; seat < game.seats(); seat++) {
                assertTrue(Double.isFinite(game.returns(seat)));
            }
        });
        assertEquals(stochastic(), chanceTurns[0] > 0);
        assertFalse(game().name().isBlank());
        assertTrue(game().seats() >= 1 && !game().over());
    }

    @Test
    void illegalMovesAreRefusedInOneSentenceAndChangeNothing() {
        eachSituation(game -> {
            String before = everything(game);
            for (int a = -2; a < game.actions() + 2; a++) {
                int action = a;
                if (!game.legal(a)) {
                    RuntimeException refusal = game.over()
                            ? assertThrows(IllegalStateException.class, () -> game.play(action))
                            : assertThrows(IllegalArgumentException.class, () -> game.play(action));
                    String message = refusal.getMessage();
                    assertTrue(message.endsWith(".") && message.length() > 20, message);
                }
            }
            if (game.turn() != TurnGame.CHANCE) {
                assertThrows(IllegalStateException.class, () -> game.playChance(Rng.of(1)));
            }
            assertEquals(before, everything(game));
        });
    }

    @Test
    void seatsThatAreNotThereAreRefused() {
        TurnGame game = game();
        assertThrows(RuntimeException.class, () -> game.returns(-1));
        assertThrows(RuntimeException.class, () -> game.returns(game.seats()));
        assertThrows(RuntimeException.class, () -> game.observation(game.seats()));
    }

    @Test
    void equalKeysMeanEqualSituations() {
        Map<Long, String> seen = new HashMap<>();
        eachSituation(game -> {
            String here = rules(game);
            String before = seen.putIfAbsent(game.key(), here);
            assertEquals(before == null ? here : before, here, "two situations have the key " + game.key());
        });
        assertEquals(seen.size(), seen.values().stream().distinct().count(), "one situation has two keys");
    }

    @Test
    void aCopyGoesItsOwnWay() {
        eachSituation(game -> {
            if (!game.over()) {
                String before = everything(game);
                TurnGame copy = game.copy();
                assertNotSame(game, copy);
                assertEquals(before, everything(copy));
                int[] legal = new int[game.actions()];
                copy.play(legal[copy.legalActions(legal) - 1]);
                assertEquals(before, everything(game));
                assertFalse(before.equals(everything(copy)), "a move changes something");
            }
        });
    }

    @Test
    void undoTakesTheLastMoveBack() {
        TurnGame start = game();
        if (!start.undoable()) {
            assertThrows(UnsupportedOperationException.class, start::undo);
            return;
        }
        assertThrows(IllegalStateException.class, start::undo);
        eachSituation(game -> {
            String before = everything(game);
            int[] legal = new int[game.actions()];
            for (int k = game.legalActions(legal) - 1; k >= 0; k--) {
                game.play(legal[k]);
                game.undo();
                assertEquals(before, everything(game));
            }
        });
        TurnGame all = game();
        List<String> way = new ArrayList<>();
        Rng rng = Rng.of(5);
        while (!all.over()) {
            way.add(everything(all));
            move(all, rng);
        }
        for (int t = way.size() - 1; t >= 0; t--) {
            all.undo();
            assertEquals(way.get(t), everything(all));
        }
    }

    @Test
    void restartForgetsEverything() {
        TurnGame game = game();
        String start = everything(game);
        Rng rng = Rng.of(3);
        for (int g = 0; g < 5; g++) {
            while (!game.over()) {
                move(game, rng);
            }
            game.restart();
            assertEquals(start, everything(game));
        }
    }

    @Test
    void arraysBelongToTheCallerAndKeepTheirLength() {
        int length = game().observation(0).length;
        eachSituation(game -> {
            for (int seat = 0; seat < game.seats(); seat++) {
                double[] seen = game.observation(seat);
                assertEquals(length, seen.length);
                double[] kept = seen.clone();
                Arrays.fill(seen, Double.NaN);
                assertArrayEquals(kept, game.observation(seat));
            }
            boolean[] legal = game.legalActions();
            boolean[] kept = legal.clone();
            Arrays.fill(legal, true);
            assertArrayEquals(kept, game.legalActions());
        });
    }

    private void eachSituation(Consumer<TurnGame> look) {
        TurnGame game = game();
        for (int g = 0; g < GAMES; g++) {
            game.restart();
            Rng rng = Rng.of(7, "contract", g);
            look.accept(game);
            for (int t = 0; !game.over(); t++) {
                assertTrue(t < MOST_TURNS, "no end within " + MOST_TURNS + " turns");
                move(game, rng);
                look.accept(game);
            }
        }
    }

    private static void move(TurnGame game, Rng rng) {
        if (game.turn() == TurnGame.CHANCE) {
            game.playChance(rng);
        } else {
            int[] legal = new int[game.actions()];
            game.play(legal[rng.below(game.legalActions(legal))]);
        }
    }

    /** What the rules say about a situation, without its key. */
    private static String rules(TurnGame game) {
        StringBuilder text = new StringBuilder().append(game.turn()).append(Arrays.toString(game.legalActions()));
        for (int seat = 0; seat < game.seats(); seat++) {
            text.append(game.returns(seat)).append(Arrays.toString(game.observation(seat)));
        }
        for (int a = 0; a < game.actions(); a++) {
            text.append(' ').append(game.probability(a));
        }
        return text.toString();
    }

    private static String everything(TurnGame game) {
        return game.key() + " " + rules(game);
    }
}
