package marl.selfplay;

import java.util.List;
import marl.game.MatrixGame;
import marl.game.MixedProfile;
import marl.game.ZeroSum;

/**
 * Solves a zero-sum matrix game without looking at all of it at once (McMahan, Gordon and Blum 2003): solve it over the few
 * strategies found so far, let both players answer with a best response among all, add those, and so on until neither
 * gains. It is {@link Psro} with exact answers. Immutable.
 *
 * <p>Ties between best responses go to the lowest index, and equilibria of the small games need not be unique: how many
 * rounds it takes depends on both.
 */
public final class DoubleOracle {
    private final Psro<Integer> league;
    private final MixedProfile profile;

    private DoubleOracle(Psro<Integer> league, MixedProfile profile) {
        this.league = league;
        this.profile = profile;
    }

    /**
     * Solves a game from one strategy for each player.
     *
     * @param row the row player's first strategy
     * @param column the column player's
     * @throws IllegalArgumentException if the game is not for two and zero-sum, or has no such strategies
     */
    public static DoubleOracle solve(MatrixGame game, int row, int column) {
        double[][] payoffs = zeroSum(game);
        Psro.World<Integer> world = new Psro.World<>() {
            @Override
            public double payoff(Integer first, Integer second) {
                return payoffs[first][second];
            }

            @Override
            public Integer reply(int seat, List<Integer> others, double[] mixture) {
                return best(payoffs, seat, others, mixture);
            }
        };
        game.payoff(0, row, column);
        double tolerance = game.tolerance();
        Psro<Integer> league = new Psro<>(world, row, column, tolerance);
        league.grow(payoffs.length + payoffs[0].length);
        ZeroSum meta = league.solution();
        double[][] whole = {new double[payoffs.length], new double[payoffs[0].length]};
        for (int seat = 0; seat < 2; seat++) {
            double[] mixture = meta.profile().strategy(seat);
            for (int i = 0; i < mixture.length; i++) {
                whole[seat][league.policies(seat).get(i)] = mixture[i];
            }
        }
        return new DoubleOracle(league, MixedProfile.of(whole));
    }

    private static double[][] zeroSum(MatrixGame game) {
        double[][] payoffs = game.payoffMatrix(0);
        for (int r = 0; r < payoffs.length; r++) {
            for (int c = 0; c < payoffs[r].length; c++) {
                if (Math.abs(payoffs[r][c] + game.payoff(1, r, c)) > game.tolerance()) {
                    throw new IllegalArgumentException(
                            game.name() + " is not zero-sum, so best responses need not lead to an equilibrium.");
                }
            }
        }
        return payoffs;
    }

    private static int best(double[][] payoffs, int seat, List<Integer> others, double... mixture) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < (seat == 0 ? payoffs.length : payoffs[0].length); a++) {
            double mean = 0;
            for (int i = 0; i < mixture.length; i++) {
                int other = others.get(i);
                mean += mixture[i] * (seat == 0 ? payoffs[a][other] : -payoffs[other][a]);
            }
            if (mean > most) {
                most = mean;
                best = a;
            }
        }
        return best;
    }

    /** What the row player is paid. */
    public double value() {
        return last().value();
    }

    /** What both could still gain together by best responses: the NashConv of {@link #profile}. */
    public double gap() {
        return last().gap();
    }

    /** The round in which neither gained. */
    private Psro.Round last() {
        return league.rounds().get(league.rounds().size() - 1);
    }

    /** The equilibrium over all strategies of the game; those that were never needed have probability 0. */
    public MixedProfile profile() {
        return profile;
    }

    /** The strategies that were looked at, in the order in which they came; player 0 is the row player. */
    public List<Integer> strategies(int player) {
        return league.policies(player);
    }

    /** All rounds: the sizes of the small games, their values and the gaps. */
    public List<Psro.Round> rounds() {
        return league.rounds();
    }

    @Override
    public String toString() {
        return "value " + value() + " after " + rounds().size() + " rounds with "
                + strategies(0).size() + " and " + strategies(1).size() + " strategies";
    }
}
