package marl.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marl.env.TurnGame;

/**
 * Every situation that a {@link TurnGame} can reach, each once, and how they are connected. Situations are numbered such
 * that what follows one has a smaller number; the start has the largest. So one loop upwards works a game out from its
 * end, and one loop downwards from its start.
 *
 * <p>Found by playing everything in copies. A game that can come back to a situation is refused: it has no end to begin
 * from. Immutable.
 */
public final class GameTree {
    private static final int MOST_STATES = 2_000_000;
    private static final int OPEN = -1;

    private final String name;
    private final int seats;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<State> all = new ArrayList<>();

    /** A situation: the position itself, its turn, its moves in ascending order and where each leads. */
    record State(TurnGame position, int turn, int[] moves, int[] next, double[] probabilities, double[] returns) {}

    private GameTree(TurnGame game) {
        name = game.name();
        seats = game.seats();
    }

    /**
     * Explores a game from where it stands.
     *
     * @throws IllegalArgumentException if it can come back to a situation, or has more than two million
     */
    public static GameTree of(TurnGame game) {
        GameTree tree = new GameTree(game);
        tree.explore(game.copy());
        return tree;
    }

    private int explore(TurnGame position) {
        Integer known = numbers.get(position.key());
        if (known != null) {
            if (known == OPEN) {
                throw new IllegalArgumentException(
                        name + " can come back to a situation, so it cannot be solved from its end.");
            }
            return known;
        }
        if (numbers.size() == MOST_STATES) {
            throw new IllegalArgumentException(
                    name + " has more than " + MOST_STATES + " situations; solve a smaller version of it.");
        }
        numbers.put(position.key(), OPEN);
        int[] moves = new int[position.actions()];
        moves = Arrays.copyOf(moves, position.legalActions(moves));
        int[] next = new int[moves.length];
        double[] probabilities = new double[position.turn() == TurnGame.CHANCE ? moves.length : 0];
        for (int k = 0; k < moves.length; k++) {
            if (probabilities.length > 0) {
                probabilities[k] = position.probability(moves[k]);
            }
            TurnGame then = position.copy();
            then.play(moves[k]);
            next[k] = explore(then);
        }
        double[] returns = new double[seats];
        Arrays.setAll(returns, position::returns);
        all.add(new State(position, position.turn(), moves, next, probabilities, returns));
        numbers.put(position.key(), all.size() - 1);
        return all.size() - 1;
    }

    State state(int number) {
        return all.get(number);
    }

    int number(TurnGame position) {
        Integer number = numbers.get(position.key());
        if (number == null) {
            throw new IllegalArgumentException("This situation cannot come about from where " + name
                    + " was explored; explore it from an earlier one.");
        }
        return number;
    }

    String name() {
        return name;
    }

    int seats() {
        return seats;
    }

    /** How many situations there are, the start and the endings included. */
    public int states() {
        return all.size();
    }

    /** How many of them are endings. */
    public int terminals() {
        return count(TurnGame.NOBODY, TurnGame.NOBODY);
    }

    /** In how many of them a seat is to move. */
    public int decisions() {
        return count(0, seats - 1);
    }

    private int count(int least, int most) {
        return (int) all.stream().filter(s -> s.turn >= least && s.turn <= most).count();
    }

    /**
     * How many different games there are by seat 0's result: different sequences of moves, outcomes of chance included.
     *
     * @throws ArithmeticException if there are more than a long can count
     */
    public Map<Double, Long> games() {
        Map<Double, Long> games = new TreeMap<>();
        for (State state : all) {
            if (state.turn == TurnGame.NOBODY) {
                games.put(state.returns[0] + 0.0, 0L);
            }
        }
        games.replaceAll((result, none) -> games(result));
        return games;
    }

    private long games(double result) {
        long[] ways = new long[all.size()];
        for (int s = 0; s < ways.length; s++) {
            State state = all.get(s);
            ways[s] = state.turn == TurnGame.NOBODY && state.returns[0] == result ? 1 : 0;
            for (int next : state.next) {
                ways[s] = Math.addExact(ways[s], ways[next]);
            }
        }
        return ways[ways.length - 1];
    }

    @Override
    public String toString() {
        return name + ": " + states() + " situations, " + terminals() + " of them endings";
    }
}
