package marl.game;

import java.util.ArrayList;
import java.util.List;

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
 * <p>Payoffs may be of any size, and a player's of another size than the other's: where they are far from 1 they are
 * shifted and scaled first, which changes no equilibrium.
 *
 * <p>Nisan et al., "Algorithmic Game Theory" (2007), algorithms 3.4 and 3.5; von Stengel's chapter 3. The work grows
 * like the binomial coefficient of all actions over one player's.
 */
public final class SupportEnumeration {
    private static final long MOST_SYSTEMS = 200_000;
    /** Probabilities of one strategy, solved for twice, differ by less than this part of themselves. */
    private static final double SAME = 1e-9;

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
     * Whether some mixed strategy has more pure best responses than actions in its support. Payoffs tie
     * within rounding.
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
        GameArguments.twoPlayers(game, "Support enumeration");
        refuseLarge(game);
        int own = game.actions(player);
        int theirs = game.actions(1 - player);
        Indifference indifference = Indifference.of(game, player);
        List<Candidate> found = new ArrayList<>();
        for (int size = 1; size <= Math.min(own, theirs); size++) {
            for (int support = (1 << size) - 1; support < 1 << own; support = nextOfSameSize(support)) {
                for (int targets = (1 << size) - 1; targets < 1 << theirs; targets = nextOfSameSize(targets)) {
                    tryOne(indifference, support, targets, found);
                }
            }
        }
        return found;
    }

    private static void tryOne(Indifference indifference, int support, int targets, List<Candidate> found) {
        // Two target sets can lead to one strategy in a degenerate game.
        for (Candidate known : found) {
            if (known.support == support && (targets & ~known.bestResponses) == 0) {
                return;
            }
        }
        double[] mixed = indifference.mixture(bits(support), bits(targets));
        if (mixed.length == 0 || isKnown(found, mixed)) {
            return;
        }
        int best = indifference.bestResponses(mixed);
        if ((targets & ~best) == 0) {
            found.add(new Candidate(mixed, support, best));
        }
    }

    /** Whether rounding made this of a strategy that was found before: equal supports and nearly equal probabilities. */
    private static boolean isKnown(List<Candidate> found, double... mixed) {
        for (Candidate known : found) {
            boolean same = true;
            for (int a = 0; same && a < mixed.length; a++) {
                same = Math.abs(known.mixed[a] - mixed[a]) <= SAME * Math.max(known.mixed[a], mixed[a]);
            }
            if (same) {
                return true;
            }
        }
        return false;
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
            throw new IllegalArgumentException("The game '" + game.name() + "' has " + game.actions(0) + "x"
                    + game.actions(1) + " actions, too many supports to try; strike out dominated actions first.");
        }
    }
}
