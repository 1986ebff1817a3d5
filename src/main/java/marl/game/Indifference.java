package marl.game;

import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The mixtures of one player that leave the other indifferent, for {@link SupportEnumeration}.
 *
 * <p>Only the other's payoffs matter. A constant may be taken from all it is paid for one action of this player's, and
 * everything may be scaled, without changing what is best for it. So a linear system of payoffs far from 1 is shifted and
 * scaled by its own entries, and a payoff of 1 counts beside one of a billion. The factors are powers of two, which round
 * nothing. Ordinary payoffs stay as they are.
 */
final class Indifference {
    /** The largest payoff of a system that stays as it is lies between this and one over this. */
    private static final double ORDINARY = 256;

    /**
     * Probabilities below this are rounding noise; the exact solution is then on a smaller support, which is tried too.
     */
    private static final double LEAST_PROBABILITY = 1e-10;

    /** Mean payoffs tie within this part of what they fall short of the best replies to each own action. */
    private static final double TIE = 1e-9;

    /** Payoffs tie within this part of the largest of all: they may have been computed. */
    private static final double ROUNDING = 1e-14;

    /** What the other is paid: [own action][the other's action]. */
    private final double[][] paid;

    /** The same less the most it is paid for this own action: 0 at best. */
    private final double[][] regret;

    /** The largest size of a payoff. */
    private final double largest;

    private Indifference(double[][] paid) {
        this.paid = paid;
        regret = new double[paid.length][paid[0].length];
        double most = 0;
        for (int own = 0; own < paid.length; own++) {
            double best = BestResponse.max(paid[own]);
            for (int other = 0; other < paid[own].length; other++) {
                regret[own][other] = paid[own][other] - best;
                most = Math.max(most, Math.abs(paid[own][other]));
            }
        }
        largest = most;
    }

    /** The mixtures of this player of a game of two. */
    static Indifference of(MatrixGame game, int player) {
        double[][] paid = new double[game.actions(player)][game.actions(1 - player)];
        for (int own = 0; own < paid.length; own++) {
            for (int other = 0; other < paid[own].length; other++) {
                paid[own][other] = player == 0 ? game.payoff(1, own, other) : game.payoff(0, other, own);
            }
        }
        return new Indifference(paid);
    }

    /** The mixture over {@code support} that pays the other the same for all {@code targets}; empty if there is not just one. */
    double[] mixture(int[] support, int... targets) {
        double[] mixed = new double[paid.length];
        if (support.length == 1) {
            mixed[support[0]] = 1;
            return mixed;
        }
        int size = support.length;
        R064Store system = R064Store.FACTORY.make(size + 1, size + 1);
        R064Store right = R064Store.FACTORY.make(size + 1, 1);
        right.set(size, 0, 1);
        double top = largest(paid, support, targets);
        boolean ordinary = top <= ORDINARY && top >= 1 / ORDINARY;
        double[][] used = ordinary ? paid : regret;
        double unit = ordinary ? 1 : powerOfTwo(largest(regret, support, targets));
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                system.set(i, j, used[support[j]][targets[i]] / unit);
            }
            system.set(i, size, -1);
            system.set(size, i, 1);
        }
        LU<Double> lu = LU.R064.make(system);
        if (!lu.decompose(system) || !lu.isSolvable()) {
            return new double[0];
        }
        MatrixStore<Double> solution = lu.getSolution(right);
        for (int j = 0; j < size; j++) {
            double probability = solution.doubleValue(j);
            if (!(probability > LEAST_PROBABILITY)) {
                return new double[0];
            }
            mixed[support[j]] = probability;
        }
        return MixedStrategy.normalise(mixed);
    }

    private static double largest(double[][] table, int[] support, int... targets) {
        double largest = 0;
        for (int own : support) {
            for (int other : targets) {
                largest = Math.max(largest, Math.abs(table[own][other]));
            }
        }
        return largest;
    }

    /** The largest power of two that is not above a number; 1 for 0. */
    private static double powerOfTwo(double number) {
        return number == 0 ? 1 : Math.scalb(1.0, Math.getExponent(number));
    }

    /** The other's best actions against a mixture, as a bit mask. */
    int bestResponses(double... mixed) {
        double[] earned = new double[regret[0].length];
        for (int own = 0; own < mixed.length; own++) {
            for (int other = 0; other < earned.length; other++) {
                earned[other] += mixed[own] * regret[own][other];
            }
        }
        double most = BestResponse.max(earned);
        int best = 0;
        for (int other = 0; other < earned.length; other++) {
            // Nothing is above 0, so the size of a sum is also the sum of its parts' sizes, which is what rounding goes
            // by.
            if (earned[other] >= most + TIE * earned[other] - ROUNDING * largest) {
                best |= 1 << other;
            }
        }
        return best;
    }
}
