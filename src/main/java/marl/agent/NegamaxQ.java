package marl.agent;

import java.util.concurrent.CancellationException;
import marl.env.TurnGame;
import marl.env.TurnPolicy;
import marl.random.Rng;

/**
 * Q-learning by playing against itself in a zero-sum {@link TurnGame} of two: one table serves both seats, because a value
 * is what the situation is worth to <b>whoever is to move</b>. The next situation usually belongs to the other, so what is
 * good there is bad here:
 *
 * <pre>{@code Q(s, a) <- Q(s, a) + alpha (r - gamma max_b Q(s', b) - Q(s, a))}</pre>
 *
 * <p>where r is what the mover is paid until a seat is to move again, and the sign turns to plus where the same seat moves
 * twice. It is minimax-Q (Littman 1994) where one moves at a time, so that a maximum takes the place of a linear program.
 * Chance is drawn, and learned as a mean. Ties are broken at random. A game makes no garbage. Not thread-safe.
 *
 * <p>Schedules move once per game. All chance comes from the seed, through one generator for all games.
 */
public final class NegamaxQ {
    private static final int MOST_MOVES = 10_000_000;

    private final TurnGame game;
    private final Schedule alpha;
    private final Schedule epsilon;
    private final double gamma;
    private final Rng rng;
    private final KeyedTable table;
    private int[] legal;
    private int[] nextLegal;
    private long played;

    /**
     * A learner with all values 0.
     *
     * @param game played in a copy; zero-sum, for two
     * @param alpha the step size over games
     * @param epsilon the exploration rate over games, the same for both seats
     * @param gamma the discount per move, in [0, 1]; 1 is right for games that end
     * @param seed of all its chance
     * @throws IllegalArgumentException if the game is not for two or gamma is out of range
     */
    public NegamaxQ(TurnGame game, Schedule alpha, Schedule epsilon, double gamma, long seed) {
        if (game.seats() != 2 || !(gamma >= 0 && gamma <= 1)) {
            throw new IllegalArgumentException("Negamax-Q needs a game of two and a gamma in [0, 1], but got "
                    + game.name() + " with " + game.seats() + " seats and gamma " + gamma + ".");
        }
        this.game = game.copy();
        this.alpha = alpha;
        this.epsilon = epsilon;
        this.gamma = gamma;
        this.rng = Rng.of(seed, "negamax", 0);
        this.table = new KeyedTable(game.actions());
        this.legal = new int[game.actions()];
        this.nextLegal = new int[game.actions()];
    }

    /**
     * Plays and learns from so many games more. An interrupt ends it between two games, and within very long ones, with a
     * java.util.concurrent.CancellationException; what was learned stays.
     *
     * @return this learner
     * @throws IllegalArgumentException if there are fewer than 0 games, or the seats' results do not sum to zero
     */
    public NegamaxQ play(int games) {
        if (games < 0) {
            throw new IllegalArgumentException("Say 0 or more games, not " + games + ".");
        }
        for (int g = 0; g < games; g++) {
            if (Thread.interrupted()) {
                throw new CancellationException(
                        game.name() + ": stopped by you after " + g + " of " + games + " games.");
            }
            playOne(alpha.at(played), epsilon.at(played));
            played++;
        }
        return this;
    }

    private void playOne(double step, double exploring) {
        game.restart();
        settleChance();
        int count = game.legalActions(legal);
        int row = table.row(game.key());
        for (int moves = 0; !game.over(); moves++) {
            if (moves >= MOST_MOVES) {
                throw new IllegalStateException(
                        game.name() + " has not ended after " + moves + " moves; give it a limit.");
            }
            int mover = game.turn();
            int action = rng.uniform() < exploring ? legal[rng.below(count)] : best(row, count);
            double before = game.returns(mover);
            game.play(action);
            settleChance();
            double target = game.returns(mover) - before;
            int nextCount = game.legalActions(nextLegal);
            int nextRow = game.over() ? 0 : table.row(game.key());
            if (!game.over()) {
                double value = gamma * max(nextRow, nextCount);
                target += game.turn() == mover ? value : -value;
            }
            double old = table.get(row + action);
            table.set(row + action, old + step * (target - old));
            int[] spare = legal;
            legal = nextLegal;
            nextLegal = spare;
            count = nextCount;
            row = nextRow;
        }
        if (Math.abs(game.returns(0) + game.returns(1)) > 1e-9) {
            throw new IllegalArgumentException(game.name() + " is not zero-sum: a game ended with " + game.returns(0)
                    + " and " + game.returns(1) + ".");
        }
    }

    private void settleChance() {
        while (game.turn() == TurnGame.CHANCE) {
            game.playChance(rng);
        }
    }

    private double max(int row, int count) {
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            best = Math.max(best, table.get(row + nextLegal[k]));
        }
        return best;
    }

    private int best(int row, int count) {
        double best = Double.NEGATIVE_INFINITY;
        int ties = 0;
        int action = 0;
        for (int k = 0; k < count; k++) {
            double value = table.get(row + legal[k]);
            if (value > best) {
                best = value;
                ties = 1;
                action = legal[k];
            } else if (value == best && rng.below(++ties) == 0) {
                action = legal[k];
            }
        }
        return action;
    }

    /**
     * Plays the best action it knows, now and as it goes on learning: each of equally good ones, and each legal one in a
     * situation it never met, with the same probability.
     */
    public TurnPolicy greedy() {
        return position -> {
            boolean[] allowed = position.legalActions();
            double[] p = new double[allowed.length];
            double best = Double.NEGATIVE_INFINITY;
            int ties = 0;
            for (int a = 0; a < p.length; a++) {
                if (allowed[a]) {
                    double value = value(position, a);
                    ties = value > best ? 1 : ties + (value == best ? 1 : 0);
                    best = Math.max(best, value);
                }
            }
            for (int a = 0; a < p.length; a++) {
                p[a] = allowed[a] && value(position, a) == best ? 1.0 / ties : 0;
            }
            return p;
        };
    }

    /** What it holds an action to be worth to the mover; 0 if it never met the situation. */
    public double value(TurnGame position, int action) {
        int row = table.find(position.key());
        return row < 0 ? 0 : table.get(row + action);
    }

    /** In how many situations it was to move, of all games so far. */
    public int situations() {
        return table.size();
    }

    /** How many games it has played. */
    public long games() {
        return played;
    }

    @Override
    public String toString() {
        return "NegamaxQ for " + game.name() + ": " + played + " games, " + situations() + " situations";
    }
}
