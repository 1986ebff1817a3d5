package marl.game;

import java.util.Arrays;

/**
 * Fictitious play for two players: each round both answer with a best response to how often the other has played what
 * so far.
 *
 * <p>In zero-sum games the averages converge to an equilibrium (Robinson 1951); the play itself goes on cycling. Both
 * move at the same moment, ties go to the lowest index, and counts are whole numbers, so runs are exact. Changes as it
 * plays.
 *
 * <p>Brown, "Iterative solution of games by fictitious play" (1951).
 */
public final class FictitiousPlay {
    private final MatrixGame game;
    private final long[][] counts;
    /** Summed payoff of each own action against everything the opponent has played: {@code [player][action]}. */
    private final double[][] earned;

    private int[] last;
    private long rounds;

    /** Starts with round 1, in which the players pick {@code row} and {@code column}. */
    public FictitiousPlay(MatrixGame game, int row, int column) {
        GameArguments.twoPlayers(game, "Fictitious play");
        GameArguments.joint(game, row, column);
        this.game = game;
        counts = new long[][] {new long[game.actions(0)], new long[game.actions(1)]};
        earned = new double[][] {new double[game.actions(0)], new double[game.actions(1)]};
        record(row, column);
    }

    /** Plays on until {@code total} rounds have been played, the first one included. */
    public FictitiousPlay playTo(long total) {
        if (total < rounds) {
            throw new IllegalArgumentException(
                    rounds + " rounds have been played already; start anew to see round " + total + ".");
        }
        while (rounds < total) {
            record(firstBest(earned[0]), firstBest(earned[1]));
        }
        return this;
    }

    /** How many rounds have been played. */
    public long rounds() {
        return rounds;
    }

    /** The last joint action played: the row player's index, the column player's index. */
    public int[] last() {
        return last.clone();
    }

    /** How often {@code player} has played each action. */
    public long[] counts(int player) {
        return counts[GameArguments.player(game, player)].clone();
    }

    /** The shares of rounds in which each action was played, for both players. */
    public MixedProfile average() {
        return MixedProfile.of(share(counts[0]), share(counts[1]));
    }

    /** The round reached and the averages. */
    @Override
    public String toString() {
        return "after " + rounds + " rounds: " + average();
    }

    private void record(int row, int column) {
        counts[0][row]++;
        counts[1][column]++;
        for (int a = 0; a < earned[0].length; a++) {
            earned[0][a] += game.payoff(0, a, column);
        }
        for (int a = 0; a < earned[1].length; a++) {
            earned[1][a] += game.payoff(1, row, a);
        }
        last = new int[] {row, column};
        rounds++;
    }

    private static int firstBest(double[] earned) {
        int best = 0;
        for (int a = 1; a < earned.length; a++) {
            if (earned[a] > earned[best]) {
                best = a;
            }
        }
        return best;
    }

    private double[] share(long[] own) {
        return Arrays.stream(own).mapToDouble(count -> (double) count / rounds).toArray();
    }
}
