package marl.agent;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import marl.env.StepLimit;
import marl.env.TurnGame;
import marl.env.TurnPolicy;
import marl.random.Require;
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
 * <p>It is no {@link Learner}: a learner holds one seat and is told of its own steps, while this one plays both seats of its
 * own copy of the game and its table belongs to whoever is to move. So it has {@link #play} in place of a run loop, and hands
 * out a {@link TurnPolicy}.
 *
 * <p>Schedules move once per game. All chance comes from the seed, through one generator for all games.
 */
public final class NegamaxQ {
    private final TurnGame game;
    private final Schedule alpha;
    private final Schedule epsilon;
    private final double gamma;
    private final Rng rng;
    private final KeyedTable table;
    private int[] legal;
    private int[] nextLegal;
    private long played;

    private NegamaxQ(Builder from, Schedule alpha, Schedule epsilon) {
        this.game = from.game.copy();
        this.alpha = alpha;
        this.epsilon = epsilon;
        this.gamma = from.gamma;
        this.rng = Rng.of(from.seed, "negamax", 0);
        this.table = new KeyedTable(game.actions());
        this.legal = new int[game.actions()];
        this.nextLegal = new int[game.actions()];
    }

    /**
     * Begins the settings of a learner whose values are all 0; alpha and epsilon must be given.
     *
     * @param game played in a copy; zero-sum, for two
     * @throws IllegalArgumentException if the game is not for two
     */
    public static Builder of(TurnGame game) {
        Require.that(
                game.seats() == 2,
                "Negamax-Q needs a game of two, but " + game.name() + " has " + game.seats() + " seats.");
        return new Builder(game);
    }

    /**
     * Plays and learns from so many games more. An interrupt ends it between two games, and within very long ones, with a
     * java.util.concurrent.CancellationException; what was learned stays.
     *
     * @return this learner
     * @throws IllegalArgumentException if there are fewer than 0 games, or the seats' results do not sum to zero
     * @throws IllegalStateException if a game reaches {@link StepLimit#LEARNING}
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
        playChanceMoves();
        int count = game.legalActions(legal);
        int row = table.row(game.key());
        for (int moves = 0; !game.over(); moves++) {
            StepLimit.LEARNING.check(game.name(), moves);
            int mover = game.turn();
            int action = rng.uniform() < exploring ? legal[rng.below(count)] : best(row, count);
            double before = game.returns(mover);
            game.play(action);
            playChanceMoves();
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

    private void playChanceMoves() {
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

    /** Collects settings by name; alpha and epsilon have no default. */
    public static final class Builder {
        private static final String[] NO_DEFAULT = {"alpha", "epsilon"};

        private final TurnGame game;
        private Optional<Schedule> alpha = Optional.empty();
        private Optional<Schedule> epsilon = Optional.empty();
        private double gamma = 1;
        private long seed;

        private Builder(TurnGame game) {
            this.game = game;
        }

        /** A constant step size. */
        public Builder alpha(double value) {
            return alpha(Schedule.constant(value));
        }

        /** The step size at each game. */
        public Builder alpha(Schedule perGame) {
            alpha = Optional.of(perGame);
            return this;
        }

        /** A constant exploration rate, the same for both seats. */
        public Builder epsilon(double value) {
            return epsilon(Schedule.constant(value));
        }

        /** The exploration rate at each game, the same for both seats. */
        public Builder epsilon(Schedule perGame) {
            epsilon = Optional.of(perGame);
            return this;
        }

        /**
         * The discount per move; 1 unless said, which is right for games that end.
         *
         * @throws IllegalArgumentException unless it is in [0, 1]
         */
        public Builder gamma(double value) {
            Require.that(value >= 0 && value <= 1, "The discount gamma is in [0, 1], but got " + value + ".");
            gamma = value;
            return this;
        }

        /** The seed of all its chance; 0 unless said. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * A learner.
         *
         * @throws IllegalStateException if alpha or epsilon was not given
         */
        public NegamaxQ build() {
            Require.given("negamax-Q", NO_DEFAULT, alpha.isPresent(), epsilon.isPresent());
            return new NegamaxQ(this, alpha.get(), epsilon.get());
        }
    }
}
