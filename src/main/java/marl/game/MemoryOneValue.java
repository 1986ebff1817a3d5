package marl.game;

import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * What two memory-one strategies earn in a repeated game that goes on for ever, exactly and discounted (Foerster et al. 2018,
 * section 4.1): the play is a Markov chain over the outcomes CC, CD, DC, DD, named from the first player's side. With the
 * distribution d of the first round and the matrix P from one round to the next, the expected discounted visits are
 * {@code d' (I - gamma P)^-1}, and a value is their product with the payoffs.
 *
 * <p>Gradients are exact too. Values are sums over all rounds; {@link #perRound} is (1 - gamma) times that, the mean payoff
 * of a round.
 */
public final class MemoryOneValue {
    private static final int[] FROM_OTHER_SIDE = {0, 2, 1, 3};

    private final MemoryOne first;
    private final MemoryOne second;
    private final double gamma;
    private final double[] visits;
    /** The value of standing in each outcome, [player][outcome]. */
    private final double[][] worth;

    private MemoryOneValue(MemoryOne first, MemoryOne second, double gamma, double[] visits, double[][] worth) {
        this.first = first;
        this.second = second;
        this.gamma = gamma;
        this.visits = visits;
        this.worth = worth;
    }

    /**
     * Plays two strategies against each other.
     *
     * @param game two players with two actions each, action 0 called cooperating
     * @param first the row player's strategy
     * @param second the column player's strategy
     * @param gamma the discount, at least 0 and below 1
     * @throws IllegalArgumentException if the game is not 2 x 2, or gamma is out of range
     */
    public static MemoryOneValue of(MatrixGame game, MemoryOne first, MemoryOne second, double gamma) {
        GameArguments.twoPlayers(game, "A memory-one value");
        if (game.actions(0) != 2 || game.actions(1) != 2) {
            throw new IllegalArgumentException("A memory-one value needs two actions for each player, but '"
                    + game.name() + "' has " + game.actions(0) + " and " + game.actions(1) + ".");
        }
        if (!(gamma >= 0 && gamma < 1)) {
            throw new IllegalArgumentException("A discount is at least 0 and below 1, but got " + gamma + ".");
        }
        R064Store system = R064Store.FACTORY.make(4, 4);
        R064Store payoffs = R064Store.FACTORY.make(4, 2);
        for (int s = 0; s < 4; s++) {
            double[] next = joint(after(first, s), after(second, FROM_OTHER_SIDE[s]));
            for (int t = 0; t < 4; t++) {
                system.set(s, t, (s == t ? 1 : 0) - gamma * next[t]);
            }
            payoffs.set(s, 0, game.payoff(0, s / 2, s % 2));
            payoffs.set(s, 1, game.payoff(1, s / 2, s % 2));
        }
        LU<Double> lu = LU.R064.make(system);
        lu.decompose(system);
        MatrixStore<Double> worth = lu.getSolution(payoffs);
        LU<Double> transposed = LU.R064.make(system);
        transposed.decompose(system.transpose());
        MatrixStore<Double> visits =
                transposed.getSolution(R064Store.FACTORY.column(joint(first.start(), second.start())));
        double[][] values = new double[2][4];
        double[] visited = new double[4];
        for (int s = 0; s < 4; s++) {
            values[0][s] = worth.doubleValue(s, 0);
            values[1][s] = worth.doubleValue(s, 1);
            visited[s] = visits.doubleValue(s, 0);
        }
        return new MemoryOneValue(first, second, gamma, visited, values);
    }

    private static double after(MemoryOne strategy, int outcome) {
        return switch (outcome) {
            case 0 -> strategy.cc();
            case 1 -> strategy.cd();
            case 2 -> strategy.dc();
            default -> strategy.dd();
        };
    }

    /** The probabilities of CC, CD, DC, DD when the players cooperate with these. */
    private static double[] joint(double p, double q) {
        return new double[] {p * q, p * (1 - q), (1 - p) * q, (1 - p) * (1 - q)};
    }

    /** The expected discounted sum of a player's payoffs. */
    public double total(int player) {
        double[] start = joint(first.start(), second.start());
        double total = 0;
        for (int s = 0; s < 4; s++) {
            total += start[s] * worth[player][s];
        }
        return total;
    }

    /** The mean payoff of a round, {@code (1 - gamma) * total}. */
    public double perRound(int player) {
        return (1 - gamma) * total(player);
    }

    /** The expected discounted number of rounds with CC, CD, DC, DD, from the first player's side, a new array. */
    public double[] visits() {
        return visits.clone();
    }

    /** The share of rounds in which a player cooperates, each round weighed by its discount. */
    public double cooperation(int player) {
        return (1 - gamma) * (visits[0] + visits[player == 0 ? 1 : 2]);
    }

    /**
     * How a player's total moves with the probabilities of one of the two strategies.
     *
     * @param valueOf whose total, 0 or 1
     * @param strategyOf whose probabilities, 0 or 1
     * @return the derivatives by the probabilities at the start and after CC, CD, DC, DD, as that player names them
     */
    public double[] gradient(int valueOf, int strategyOf) {
        double[] v = worth[valueOf];
        double[] gradient = new double[5];
        gradient[0] = strategyOf == 0 ? rise(v, second.start(), 0) : rise(v, first.start(), 1);
        for (int s = 0; s < 4; s++) {
            int others = FROM_OTHER_SIDE[s];
            if (strategyOf == 0) {
                gradient[1 + s] = gamma * visits[s] * rise(v, after(second, others), 0);
            } else {
                gradient[1 + others] = gamma * visits[s] * rise(v, after(first, s), 1);
            }
        }
        return gradient;
    }

    /** How the expectation of v over the next outcome moves with one player's probability, the other's being given. */
    private static double rise(double[] v, double other, int player) {
        return player == 0
                ? other * (v[0] - v[2]) + (1 - other) * (v[1] - v[3])
                : other * (v[0] - v[1]) + (1 - other) * (v[2] - v[3]);
    }

    /** The same by the logits of the probabilities; 0 for probabilities of 0 and 1. */
    public double[] logitGradient(int valueOf, int strategyOf) {
        double[] gradient = gradient(valueOf, strategyOf);
        double[] p = (strategyOf == 0 ? first : second).probabilities();
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] *= p[k] * (1 - p[k]);
        }
        return gradient;
    }
}
