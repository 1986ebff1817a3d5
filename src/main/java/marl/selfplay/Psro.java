package marl.selfplay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.game.MixedProfile;
import marl.game.MixedStrategy;
import marl.game.ZeroSum;

/**
 * Policy-space response oracles for a zero-sum game of two (Lanctot et al. 2017), with the equilibrium of the meta-game as
 * meta-strategy. Each seat has a list of policies, and the payoffs of all their pairs make a matrix game. Each round solves
 * that exactly, asks an oracle for a reply to the other seat's mixture, and adds it.
 *
 * <p>With replies that are best responses this is the double oracle method, and ends at an equilibrium; with a learner for
 * an oracle it is a way to grow a league. Changes as it grows.
 *
 * @param <P> what a policy is
 */
public final class Psro<P> {
    private final World<P> world;
    private final double tolerance;
    private final List<List<P>> policies = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<List<Double>> payoffs = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private boolean converged;

    /**
     * The game that policies are for.
     *
     * @param <P> what a policy is
     */
    public interface World<P> {
        /** What the first seat's policy is paid against the second's on average; the second is paid the negative. */
        double payoff(P first, P second);

        /**
         * A reply to a mixture of the other seat's policies, as good as the oracle can.
         *
         * @param seat who replies, 0 or 1
         * @param others the other seat's policies
         * @param mixture the probability of each of them
         */
        P reply(int seat, List<P> others, double[] mixture);
    }

    /**
     * A round: a meta-game and what replies gained on its equilibrium.
     *
     * @param first how many policies the first seat had
     * @param second how many the second had
     * @param value what the first seat is paid in the meta-game's equilibrium
     * @param gap what both replies together gain on it: with best responses the profile's NashConv in the whole game
     */
    public record Round(int first, int second, double value, double gap) {}

    /**
     * A league of one policy for each seat.
     *
     * @param tolerance a reply that gains no more than this is not added, at least 0
     * @throws IllegalArgumentException if the tolerance is below 0
     */
    public Psro(World<P> world, P first, P second, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("The tolerance is at least 0, but got " + tolerance + ".");
        }
        this.world = world;
        this.tolerance = tolerance;
        policies.get(0).add(first);
        policies.get(1).add(second);
        payoffs.add(new ArrayList<>(List.of(world.payoff(first, second))));
    }

    /**
     * Plays so many rounds, or fewer if neither reply gains anything.
     *
     * @return this league
     * @throws IllegalArgumentException if there are fewer than 0, or a payoff is not finite
     */
    public Psro<P> grow(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Play 0 or more rounds, not " + count + ".");
        }
        for (int i = 0; i < count && !converged; i++) {
            round();
        }
        return this;
    }

    private void round() {
        ZeroSum meta = ZeroSum.solve(payoffs());
        P first = world.reply(0, policies(1), meta.column());
        P second = world.reply(1, policies(0), meta.row());
        double firstGain = against(first, meta.column()) - meta.value();
        double secondGain = meta.value() - against(meta.row(), second);
        rounds.add(new Round(
                policies.get(0).size(),
                policies.get(1).size(),
                meta.value(),
                Math.max(0, firstGain) + Math.max(0, secondGain)));
        if (firstGain > tolerance) {
            addFirst(first);
        }
        if (secondGain > tolerance) {
            addSecond(second);
        }
        converged = !(firstGain > tolerance || secondGain > tolerance);
    }

    private double against(P first, double... mixture) {
        double mean = 0;
        for (int c = 0; c < mixture.length; c++) {
            mean += mixture[c] == 0
                    ? 0
                    : mixture[c] * world.payoff(first, policies.get(1).get(c));
        }
        return mean;
    }

    private double against(double[] mixture, P second) {
        double mean = 0;
        for (int r = 0; r < mixture.length; r++) {
            mean += mixture[r] == 0
                    ? 0
                    : mixture[r] * world.payoff(policies.get(0).get(r), second);
        }
        return mean;
    }

    private void addFirst(P policy) {
        policies.get(0).add(policy);
        List<Double> row = new ArrayList<>();
        for (P other : policies.get(1)) {
            row.add(world.payoff(policy, other));
        }
        payoffs.add(row);
    }

    private void addSecond(P policy) {
        policies.get(1).add(policy);
        for (int r = 0; r < payoffs.size(); r++) {
            payoffs.get(r).add(world.payoff(policies.get(0).get(r), policy));
        }
    }

    /** A seat's policies so far, an unmodifiable copy, in the order in which they came. */
    public List<P> policies(int seat) {
        return List.copyOf(policies.get(seat));
    }

    /** The meta-game: what the first seat is paid, [first's policy][second's policy], a new table. */
    public double[][] payoffs() {
        return payoffs.stream()
                .map(row -> row.stream().mapToDouble(x -> x).toArray())
                .toArray(double[][]::new);
    }

    /** The equilibrium of the meta-game as it is now: its value and a mixture over each seat's policies. */
    public ZeroSum solution() {
        return ZeroSum.solve(payoffs());
    }

    /** All rounds so far. */
    public List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /** Whether the last round's replies gained nothing. */
    public boolean converged() {
        return converged;
    }

    /** How many of the policies of each seat have more than this probability in the meta-game's equilibrium. */
    public int[] support(double least) {
        MixedProfile profile = solution().profile();
        int[] sizes = new int[2];
        for (int seat = 0; seat < 2; seat++) {
            sizes[seat] = (int) Arrays.stream(MixedStrategy.of(profile.strategy(seat)))
                    .filter(p -> p > least)
                    .count();
        }
        return sizes;
    }

    @Override
    public String toString() {
        return "after " + rounds.size() + " rounds " + policies.get(0).size() + " and "
                + policies.get(1).size() + " policies" + (converged ? ", no reply gains anything" : "");
    }
}
