package marl.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.random.Rng;

/**
 * The joint-action learner of Claus and Boutilier (1998): it learns a value for every <b>joint</b> action, counts what each
 * of the others has done, and acts on the mean value of its own actions against those frequencies (their section 3:
 * {@code EV(a_i) = sum over a_-i of Q(a_i, a_-i) prod_j Pr_j(a_j)}). Exploration is epsilon-greedy on these means.
 *
 * <p>Only for {@link marl.env.StatelessGame}: after each round it must see what everybody did. Before anything was seen the
 * others count as uniform. Schedules move at {@link #startEpisode}. Not thread-safe.
 */
public final class JointActionLearner implements Learner {
    private final int seat;
    private final int[] sizes;
    private final Schedule alpha;
    private final Schedule epsilon;
    private final double[] q;
    private final double[][] counts;
    private double alphaNow;
    private double epsilonNow;

    /**
     * A learner with all values 0.
     *
     * @param seat its number among the agents
     * @param sizes the number of actions of every agent, in their order
     * @param alpha the step size over episodes
     * @param epsilon the exploration rate over episodes
     * @throws IllegalArgumentException if there is no such seat or an agent has no action
     */
    public JointActionLearner(int seat, int[] sizes, Schedule alpha, Schedule epsilon) {
        int cells = 1;
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("Every agent needs at least one action, but one has " + size + ".");
            }
            cells = Math.multiplyExact(cells, size);
        }
        if (seat < 0 || seat >= sizes.length) {
            throw new IllegalArgumentException(
                    "There are seats 0 to " + (sizes.length - 1) + ", but got " + seat + ".");
        }
        this.seat = seat;
        this.sizes = sizes.clone();
        this.alpha = alpha;
        this.epsilon = epsilon;
        this.q = new double[cells];
        this.counts = new double[sizes.length][];
        Arrays.setAll(counts, i -> new double[sizes[i]]);
        startEpisode(0);
    }

    /** One for each agent, all with the same schedules. */
    public static List<Learner> team(int[] sizes, Schedule alpha, Schedule epsilon) {
        List<Learner> team = new ArrayList<>();
        for (int seat = 0; seat < sizes.length; seat++) {
            team.add(new JointActionLearner(seat, sizes, alpha, epsilon));
        }
        return List.copyOf(team);
    }

    @Override
    public void startEpisode(long episode) {
        alphaNow = alpha.at(episode);
        epsilonNow = epsilon.at(episode);
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        return rng.uniform() < epsilonNow ? Policy.anyLegal(legal, rng) : best(values(), legal, rng);
    }

    /** Learns from a round; throws IllegalArgumentException if the next observation is not everybody's action. */
    @Override
    public void learn(Transition t) {
        double[] seen = t.nextObservation();
        if (seen.length != sizes.length || seen[seat] != t.action()) {
            throw new IllegalArgumentException("A joint-action learner must see what everybody did, but saw "
                    + Arrays.toString(seen) + "; play it in a StatelessGame, in the seat it was made for.");
        }
        int cell = 0;
        for (int i = 0; i < sizes.length; i++) {
            int action = (int) seen[i];
            counts[i][action]++;
            cell = cell * sizes[i] + action;
        }
        q[cell] += alphaNow * (t.reward() - q[cell]);
    }

    /** The mean value of each own action against what the others have done so far, a new array. */
    public double[] values() {
        double[][] beliefs = new double[sizes.length][];
        Arrays.setAll(beliefs, this::belief);
        double[] values = new double[sizes[seat]];
        for (int cell = 0; cell < q.length; cell++) {
            double weight = 1;
            int own = 0;
            for (int i = sizes.length - 1, rest = cell; i >= 0; i--) {
                int action = rest % sizes[i];
                rest /= sizes[i];
                if (i == seat) {
                    own = action;
                } else {
                    weight *= beliefs[i][action];
                }
            }
            values[own] += weight * q[cell];
        }
        return values;
    }

    /** How often an agent has done each of its actions, as shares, a new array; uniform before the first round. */
    public double[] belief(int agent) {
        double total = Arrays.stream(counts[agent]).sum();
        double[] shares = new double[sizes[agent]];
        Arrays.setAll(shares, a -> total == 0 ? 1.0 / shares.length : counts[agent][a] / total);
        return shares;
    }

    /** The value of a joint action. */
    public double value(int... joint) {
        int cell = 0;
        for (int i = 0; i < sizes.length; i++) {
            cell = cell * sizes[i] + joint[i];
        }
        return q[cell];
    }

    @Override
    public Policy greedy() {
        double[] frozen = values();
        return (observation, legal, rng) -> best(frozen, legal, rng);
    }

    private static int best(double[] values, boolean[] legal, Rng rng) {
        double[] allowed = new double[values.length];
        Arrays.setAll(allowed, a -> legal[a] ? values[a] : Double.NEGATIVE_INFINITY);
        return rng.argmax(allowed);
    }
}
