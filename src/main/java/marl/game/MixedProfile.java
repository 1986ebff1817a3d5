package marl.game;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * One mixed strategy for every player.
 *
 * @param strategies {@code [player][action]}, each row a probability distribution; copied in and out
 */
public record MixedProfile(double[][] strategies) {
    /** Copies and checks: every row is at least 0 and sums to 1 within 1e-6. */
    public MixedProfile {
        strategies = copy(strategies);
        for (double[] strategy : strategies) {
            GameArguments.distribution(strategy);
        }
    }

    /** The profile of these strategies, one per player in order. */
    public static MixedProfile of(double[]... strategies) {
        return new MixedProfile(strategies);
    }

    /** The strategies as a fresh copy {@code [player][action]}, ready for methods that take {@code double[]...}. */
    @Override
    public double[][] strategies() {
        return copy(strategies);
    }

    /** A copy of one player's strategy. */
    public double[] strategy(int player) {
        return strategies[player].clone();
    }

    /** Whether everybody plays one action for certain. */
    public boolean isPure() {
        return Arrays.stream(strategies)
                .allMatch(own -> Arrays.stream(own).filter(p -> p > 0).count() == 1);
    }

    /** Whether all probabilities are within {@code tolerance} of the other profile's. */
    public boolean isNear(MixedProfile other, double tolerance) {
        if (strategies.length != other.strategies.length) {
            return false;
        }
        for (int p = 0; p < strategies.length; p++) {
            if (strategies[p].length != other.strategies[p].length) {
                return false;
            }
            for (int a = 0; a < strategies[p].length; a++) {
                if (Math.abs(strategies[p][a] - other.strategies[p][a]) > tolerance) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MixedProfile profile && Arrays.deepEquals(strategies, profile.strategies);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(strategies);
    }

    /** For example {@code (0.25, 0.5, 0.25) x (0, 1)}: probabilities to four decimals. */
    @Override
    public String toString() {
        StringJoiner all = new StringJoiner(" x ");
        for (double[] strategy : strategies) {
            all.add(GameText.vector(strategy));
        }
        return all.toString();
    }

    private static double[][] copy(double[][] strategies) {
        return Arrays.stream(strategies).map(double[]::clone).toArray(double[][]::new);
    }
}
