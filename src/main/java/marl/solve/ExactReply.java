package marl.solve;

import marl.env.MemoryOnePartner;
import marl.game.MatrixGame;

/**
 * The exact best reply to a fixed memory-one partner in a repeated game of two: against it, the last round is all that
 * matters, so the game is a small {@link FiniteMdp} and policy iteration solves it.
 *
 * <p>Values are discounted totals, not means per round: mutual cooperation for ever is worth {@code 3 / (1 - gamma)}.
 */
public final class ExactReply {
    private final MatrixGame game;
    private final int seat;
    private final MemoryOnePartner partner;
    private final FiniteMdp process;
    private final MdpSolution solution;

    private ExactReply(MatrixGame game, int seat, MemoryOnePartner partner, double gamma) {
        this.game = game;
        this.seat = seat;
        this.partner = partner;
        this.process = process(game, seat, partner);
        this.solution = PolicyIteration.solve(process, gamma);
    }

    /**
     * The best reply.
     *
     * @param seat who replies, 0 or 1; the partner holds the other seat
     * @param gamma the discount factor in [0, 1)
     * @throws IllegalArgumentException if the game has not two players, the partner does not fit it, or gamma is out of
     *     range
     */
    public static ExactReply to(MatrixGame game, int seat, MemoryOnePartner partner, double gamma) {
        return new ExactReply(game, seat, partner, gamma);
    }

    /**
     * The decision process that a partner makes of a repeated game: states are the replier's observations in {@link
     * marl.env.RepeatedGame}, own action first, the start last.
     */
    public static FiniteMdp process(MatrixGame game, int seat, MemoryOnePartner partner) {
        if (game.players() != 2 || seat < 0 || seat > 1) {
            throw new IllegalArgumentException("A reply needs a game of two and seat 0 or 1, but got " + game.players()
                    + " players and seat " + seat + ".");
        }
        int own = game.actions(seat);
        int other = game.actions(1 - seat);
        int start = own * other;
        if (partner.observations() != start + 1 || partner.actions() != other) {
            throw new IllegalArgumentException("The partner must have " + (start + 1) + " rows of " + other
                    + " actions for this game, but has " + partner.observations() + " of " + partner.actions() + ".");
        }
        FiniteMdp.Builder builder = FiniteMdp.of(start + 1, own);
        for (int state = 0; state <= start; state++) {
            int partnerSees = state == start ? start : (state % other) * own + state / other;
            for (int a = 0; a < own; a++) {
                for (int b = 0; b < other; b++) {
                    double p = partner.probability(partnerSees, b);
                    if (p > 0) {
                        double reward = seat == 0 ? game.payoff(seat, a, b) : game.payoff(seat, b, a);
                        builder.outcome(state, a, a * other + b, p, reward);
                    }
                }
            }
        }
        return builder.build();
    }

    /** The discounted total of the best reply from the start. */
    public double value() {
        return solution.value(process.states() - 1);
    }

    /** All values and best actions, by the replier's observation. */
    public MdpSolution solution() {
        return solution;
    }

    /** The decision process that was solved. */
    public FiniteMdp process() {
        return process;
    }

    /**
     * The replier's actions in the first rounds, the first of equally good ones.
     *
     * @throws IllegalStateException if the partner acts at random on the way, because then there is no one course of play
     */
    public int[] play(int rounds) {
        int[] actions = new int[rounds];
        int state = process.states() - 1;
        for (int t = 0; t < rounds; t++) {
            actions[t] = solution.greedy(state);
            if (process.outcomes(state, actions[t]) > 1) {
                throw new IllegalStateException(
                        "This partner acts at random, so play differs from time to time; look at solution() instead.");
            }
            state = process.next(state, actions[t], 0);
        }
        return actions;
    }

    @Override
    public String toString() {
        return "Best reply of player " + seat + " in " + game.name() + " to " + partner + ", worth " + value()
                + " at gamma " + solution.gamma();
    }
}
