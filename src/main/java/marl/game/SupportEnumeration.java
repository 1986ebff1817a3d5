package marl.game;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * All Nash equilibria of a small two-player game, by trying every support.
 *
 * <p>A player mixes over a support so that some equally large set of the opponent's actions all become best responses:
 * a square linear system. Two such strategies form an equilibrium when each player's support lies inside the other's
 * best responses. In a nondegenerate game (no strategy has more pure best responses than actions in its support) both
 * supports of an equilibrium have the same size, there is an odd number of equilibria, and all are found.
 *
 * <p>A degenerate game can have supports of different sizes and whole line segments or faces of equilibria. What is
 * returned then are their corners, the extreme equilibria; all equilibria are mixtures of corners that can be exchanged
 * for each other. Tell by {@link #isDegenerate}.
 *
 * <p>Nisan et al., "Algorithmic Game Theory" (2007), algorithms 3.4 and 3.5; von Stengel's chapter 3. The work grows
 * like the binomial coefficient of all actions over one player's.
 */
public final class SupportEnumeration {
    private static final long MOST_SYSTEMS = 200_000;
    /**
     * Probabilities below this are rounding noise; the exact solution is then on a smaller support, which is tried too.
     */
    private static final double LEAST_PROBABILITY = 1e-10;

    private SupportEnumeration() {}

    /**
     * The equilibria, small supports first: pure ones, then mixtures.
     *
     * @throws IllegalArgumentException if there are not two players, or there are over 200,000 systems (about 9 x 9
     *     actions)
     */
    public static List<MixedProfile> of(MatrixGame game) {
        List<Candidate> rows = candidates(game, 0);
        List<Candidate> columns = candidates(game, 1);
        List<MixedProfile> equilibria = new ArrayList<>();
        for (Candidate row : rows) {
            for (Candidate column : columns) {
                boolean best = (row.support & ~column.bestResponses) == 0 && (column.support & ~row.bestResponses) == 0;
                if (best) {
                    equilibria.add(MixedProfile.of(row.mixed, column.mixed));
                }
            }
        }
        return equilibria;
    }

    /**
     * Whether some mixed strategy has more pure best responses than actions in its support, by
     * {@link MatrixGame#tolerance}.
     */
    public static boolean isDegenerate(MatrixGame game) {
        for (int player = 0; player < 2; player++) {
            for (Candidate one : candidates(game, player)) {
                if (Integer.bitCount(one.bestResponses) > Integer.bitCount(one.support)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * A strategy that makes as many of the opponent's actions best responses as it has actions itself; sets are bit
     * masks.
     */
    private record Candidate(double[] mixed, int support, int bestResponses) {}

    private static List<Candidate> candidates(MatrixGame game, int player) {
        Require.twoPlayers(game, "support enumeration");
        refuseLarge(game);
        int own = game.actions(player);
        int theirs = game.actions(1 - player);
        List<Candidate> found = new ArrayList<>();
        for (int size = 1; size <= Math.min(own, theirs); size++) {
            for (int support = (1 << size) - 1; support < 1 << own; support = nextOfSameSize(support)) {
                for (int targets = (1 << size) - 1; targets < 1 << theirs; targets = nextOfSameSize(targets)) {
                    tryOne(game, player, support, targets, found);
                }
            }
        }
        return found;
    }

    private static void tryOne(MatrixGame game, int player, int support, int targets, List<Candidate> found) {
        // Two target sets can lead to one strategy in a degenerate game.
        for (Candidate known : found) {
            if (known.support == support && (targets & ~known.bestResponses) == 0) {
                return;
            }
        }
        double[] mixed = indifferent(game, player, bits(support), bits(targets));
        if (mixed.length == 0) {
            return;
        }
        double[] earned = player == 0
                ? game.deviationPayoffs(1, mixed, MixedStrategy.uniform(game.actions(1)))
                : game.deviationPayoffs(0, MixedStrategy.uniform(game.actions(0)), mixed);
        double bar = BestResponse.max(earned) - game.tolerance();
        int best = 0;
        for (int a = 0; a < earned.length; a++) {
            if (earned[a] >= bar) {
                best |= 1 << a;
            }
        }
        if ((targets & ~best) == 0) {
            found.add(new Candidate(mixed, support, best));
        }
    }

    /**
     * The mixture over {@code support} that pays the opponent the same for all {@code targets}; empty if there is not
     * just one.
     */
    private static double[] indifferent(MatrixGame game, int player, int[] support, int[] targets) {
        int size = support.length;
        R064Store system = R064Store.FACTORY.make(size + 1, size + 1);
        R064Store right = R064Store.FACTORY.make(size + 1, 1);
        right.set(size, 0, 1);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double paid =
                        player == 0 ? game.payoff(1, support[j], targets[i]) : game.payoff(0, targets[i], support[j]);
                system.set(i, j, paid);
            }
            system.set(i, size, -1);
            system.set(size, i, 1);
        }
        LU<Double> lu = LU.R064.make(system);
        if (!lu.decompose(system) || !lu.isSolvable()) {
            return new double[0];
        }
        MatrixStore<Double> solution = lu.getSolution(right);
        double[] mixed = new double[game.actions(player)];
        for (int j = 0; j < size; j++) {
            double probability = solution.doubleValue(j);
            if (!(probability > LEAST_PROBABILITY)) {
                return new double[0];
            }
            mixed[support[j]] = probability;
        }
        return MixedStrategy.normalise(mixed);
    }

    /** The next larger number with as many bits set (Gosper's hack). */
    private static int nextOfSameSize(int mask) {
        int lowest = mask & -mask;
        int carried = mask + lowest;
        return carried | ((mask ^ carried) >>> 2) / lowest;
    }

    private static int[] bits(int mask) {
        int[] bits = new int[Integer.bitCount(mask)];
        for (int i = 0, bit = 0; i < bits.length; bit++) {
            if ((mask >> bit & 1) == 1) {
                bits[i++] = bit;
            }
        }
        return bits;
    }

    private static void refuseLarge(MatrixGame game) {
        long systems = 1;
        int all = game.actions(0) + game.actions(1);
        for (int k = 1; k <= game.actions(0) && systems <= MOST_SYSTEMS; k++) {
            systems = systems * (all - k + 1) / k;
        }
        if (systems > MOST_SYSTEMS || all > 30) {
            throw new IllegalArgumentException("'" + game.name() + "' has " + game.actions(0) + "x" + game.actions(1)
                    + " actions, too many supports to try; strike out dominated actions first");
        }
    }
}
